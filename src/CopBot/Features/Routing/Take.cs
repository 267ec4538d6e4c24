using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;

namespace CopBot.Features.Routing;

/// <summary>Somebody takes a question that waits, from the digest: as if they had been asked.</summary>
internal static class Take
{
    private static readonly Phrase Took = new("You took it from the digest.", "Vous l’avez prise dans le résumé.");
    private static readonly Phrase Thanks = new(
        "Thank you: {0} is in our direct chat.", "Merci : {0} est dans notre conversation directe.");

    private static readonly Phrase Gone = new("{0} waits no more. Thank you!", "{0} n’attend plus. Merci !");
    private static readonly Phrase NoSuch = new("There is no such question here.", "Cette question n’existe pas ici.");
    private static readonly Phrase Own = new("{0} is your own question.", "{0} est votre propre question.");

    public static async Task<Outcome> HandleAsync(Turn turn, Question? question, CancellationToken cancel)
    {
        var me = turn.Me.Member;
        if (question is null || question.CommunityId != turn.Community.Id || !question.IsOpenTo(me.Id))
        {
            return Outcome.Of(turn.Tell(NoSuch));
        }

        if (question.AskerId == me.Id) return Outcome.Of(turn.Tell(Own, question.Handle));
        if (!question.IsWaiting) return Outcome.Of(turn.Tell(Gone, question.Handle));
        var outcome = Outcome.Of(turn.Tell(Thanks, question.Handle));
        if (question.Assignments.Find(a => a.MemberId == me.Id) is { } before)
        {
            question.Touch();
            (before.State, before.EndedAt) = (AssignmentState.Pending, null);
        }
        else
        {
            Assigning.Assign(turn, question, me, Took.In(turn.Language));
            outcome.Raise(new QuestionRouted(question, me.Id, 1, 1, "taken", 0));
        }

        Escalate.Plan(turn, question, Escalate.After(turn, 1), outcome);
        return outcome.Send(await Route.CardsAsync(
            turn, question, thread => thread.Kind == ThreadKind.Origin || thread.MemberId == me.Id, cancel));
    }
}
