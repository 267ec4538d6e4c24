using CopBot.Domain;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Routing;

/// <summary>Somebody else asks the same, but not quite: the question goes its own way at once.</summary>
internal static class AskAnyway
{
    private static readonly Phrase NotHeld = new("None of your questions waits for that.", "Aucune de vos questions n’attend cela.");

    public static async Task<Outcome> HandleAsync(Turn turn, Question? question, CancellationToken cancel)
    {
        if (question is not { IsWaiting: true, SameAs: not null } || question.AskerId != turn.Me.Member.Id)
        {
            return Outcome.Of(turn.Tell(NotHeld));
        }

        var outcome = new Outcome();
        await Route.FirstAsync(turn, question, outcome, cancel);
        return outcome.Send(await Route.CardsAsync(
            turn, question, thread => thread.Kind is ThreadKind.Origin or ThreadKind.Asked, cancel));
    }

    /// <summary>By words, the latest is meant.</summary>
    public static async Task<Outcome> LastAsync(Turn turn, CancellationToken cancel)
    {
        var me = turn.Me.Member.Id;
        var last = await turn.Db.WholeQuestions().Where(q => q.AskerId == me && q.SameAs != null)
            .OrderByDescending(q => q.Number).FirstOrDefaultAsync(cancel);
        return await HandleAsync(turn, last, cancel);
    }
}
