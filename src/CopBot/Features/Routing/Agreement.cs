using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;

namespace CopBot.Features.Routing;

/// <summary>
/// A question that was asked in private shows in channels only if its asker agrees, at the moment it would help.
/// </summary>
internal static class Agreement
{
    private static readonly Phrase May = new(
        "{0}: no answer yet. May I show it in the channels of {1}?",
        "{0} : pas encore de réponse. Puis-je la montrer dans les canaux de {1} ?");

    private static readonly Phrase Unnamed = new("You stay unnamed there.", "Vous n’y serez pas nommé.");
    private static readonly Phrase Named = new("Your name shows there.", "Votre nom y sera visible.");
    private static readonly Phrase Yes = new("Yes, show it", "Oui, la montrer");
    private static readonly Phrase No = new("No, keep it private", "Non, la garder privée");
    private static readonly Phrase Shown = new(
        "{0} shows in the home places of the community now.", "{0} est désormais visible dans les lieux de la communauté.");

    private static readonly Phrase Nowhere = new(
        "The community has no home place it could show in.", "La communauté n’a pas de lieu où la montrer.");

    private static readonly Phrase Kept = new(
        "It stays private. Next I tell the coordinators.", "Elle reste privée. J’en informerai ensuite la coordination.");

    private static readonly Phrase NotYours = new(
        "Only who asked can decide that.", "Seule la personne qui a demandé peut en décider.");

    public static IEnumerable<Effect> Ask(Turn turn, Question question, IReadOnlyDictionary<Guid, Member> people)
    {
        var origin = question.Threads.Single(t => t.Kind == ThreadKind.Origin);
        var language = Carrying.LanguageOf(turn, origin, people);
        var may = May.In(language, question.Handle, turn.Community.Title);
        var how = (question.Anonymous ? Unnamed : Named).In(language);
        var card = new Card($"{may} {how}", new Paragraph(may), new Aside(how))
        {
            Actions =
            [
                new("show-in-channels", Yes.In(language), $"{question.Id:N}", $"show {question.Handle}"),
                new("keep-private", No.In(language), $"{question.Id:N}", $"keep {question.Handle} private"),
            ],
        };
        yield return origin.Show(card, key: null);
    }

    public static async Task<Outcome> GiveAsync(Turn turn, Question? question, CancellationToken cancel)
    {
        if (question is null || question.AskerId != turn.Me.Member.Id) return Outcome.Of(turn.Tell(NotYours));
        if (!question.IsWaiting || question.ChannelsAllowed) return Outcome.Of(turn.Tell(Shown, question.Handle));
        question.ChannelsAllowed = true;
        var outcome = new Outcome();
        if (!await Mirroring.OpenAsync(turn, question, cancel))
        {
            question.ChannelsAllowed = false;
            return Outcome.Of(turn.Tell(Nowhere));
        }

        Escalate.Plan(turn, question, Escalate.After(turn, 1), outcome);
        return outcome.Raise(new QuestionEscalated(question, "home_places"))
            .Send(await Route.CardsAsync(
                turn, question, thread => thread.Kind is ThreadKind.Mirror or ThreadKind.Origin, cancel))
            .Say(turn.Tell(Shown, question.Handle));
    }

    public static Outcome Refuse(Turn turn, Question? question) => Outcome.Of(
        question is null || question.AskerId != turn.Me.Member.Id ? turn.Tell(NotYours)
        : question.ChannelsAllowed ? turn.Tell(Shown, question.Handle)
        : turn.Tell(Kept));
}
