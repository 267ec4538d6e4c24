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

    public static Phrase Unanswered { get; } = new(
        "{0} is still unanswered, and there is nobody left to ask.",
        "{0} reste sans réponse, et il n’y a plus personne à qui demander.");

    public static async Task<IReadOnlyList<Effect>> TellAsync(
        Turn turn, Question question, Phrase what, CancellationToken cancel)
    {
        var coordinators = await Coordinating.OfAsync(turn, cancel);
        return
        [
            .. coordinators.Where(c => c.Id != question.AskerId).SelectMany(c => Reach.Direct(turn, c, language =>
                new Card(
                    $"{what.In(language, question.Handle)} {QuestionCards.TextOf(question, language)}",
                    new Paragraph(what.In(language, question.Handle)),
                    new Quote(QuestionCards.TextOf(question, language))))),
        ];
    }
}
