using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Pipeline;

namespace CopBot.Features.Routing;

/// <summary>Tells the coordinators about a question that needs them.</summary>
internal static class Coordinators
{
    public static Phrase NobodyKnown { get; } = new(
        "{0} has nobody to answer it: no member is known for it.",
        "{0} n’a personne pour y répondre : aucun membre n’est connu sur ce sujet.");

    private static readonly Phrase AskedInPrivate = new(
        "It was asked in private, so I show no more of it. Whoever knows about such things can say “expertise …” to me.",
        "Elle a été posée en privé ; je n’en montre pas plus. Qui s’y connaît peut me dire « expertise … ».");

    public static Phrase Unanswered { get; } = new(
        "{0} is still unanswered, and there is nobody left to ask.",
        "{0} reste sans réponse, et il n’y a plus personne à qui demander.");

    public static async Task<IReadOnlyList<Effect>> TellAsync(
        Turn turn, Question question, Phrase what, CancellationToken cancel)
    {
        var isPrivate = question is { Private: true, ChannelsAllowed: false };
        var coordinators = await Coordinating.OfAsync(turn, cancel);
        return
        [
            .. coordinators.Where(c => c.Id != question.AskerId).SelectMany(c => Reach.Direct(turn, c, language =>
                new Card(
                    $"{what.In(language, question.Handle)} {TextOf(question, isPrivate, language)}",
                    new Paragraph(what.In(language, question.Handle)),
                    new Quote(TextOf(question, isPrivate, language))))),
        ];
    }

    /// <summary>What was asked in private is not spread to whoever coordinates.</summary>
    private static string TextOf(Question question, bool isPrivate, Language language) =>
        isPrivate ? AskedInPrivate.In(language) : QuestionCards.TextOf(question, language);
}
