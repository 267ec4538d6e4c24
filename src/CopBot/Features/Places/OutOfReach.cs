using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Places;

/// <summary>
/// A member can't be written to by an account any more: the message goes to another account of theirs, if they have
/// one; else whoever was asked is not waited for, and the coordinators hear of it.
/// </summary>
internal static class OutOfReach
{
    private static readonly Phrase Silent = new(
        "I can’t write to {0} any more ({1}). What they were asked goes to others; I reach them again once they write to me.",
        "Je ne peux plus écrire à {0} ({1}). Ce qui leur était demandé va à d’autres ; je les joindrai de nouveau dès qu’on m’écrira.");

    public static async Task<Outcome> HandleAsync(Turn turn, Unreachable unreachable, CancellationToken cancel)
    {
        var happening = unreachable.Happening;
        var member = await turn.Db.FindMemberAsync(happening.Account, cancel);
        if (member is not { Present: true }) return Outcome.Nothing;
        var identity = member.Identities.Single(i => i.Account == happening.Account);
        var isNew = identity.UnreachableSince is null;
        identity.UnreachableSince ??= turn.Now;
        member.Touch();
        if (Reach.AccountOf(member, turn) is { } other)
        {
            await MoveAsync(turn, member, happening.Account, other, cancel);
            return await ForwardAsync(turn, happening.Row, other, cancel);
        }

        if (!isNew) return Outcome.Nothing;
        var outcome = await TellAsync(turn, member, happening, cancel);
        var waiting = await turn.Db.WholeQuestions()
            .Where(q => q.State == QuestionState.Open
                && q.Assignments.Any(a => a.MemberId == member.Id && a.State == AssignmentState.Pending))
            .OrderBy(q => q.Number).ToListAsync(cancel);
        foreach (var question in waiting)
        {
            question.PassedBy(member.Id, turn.Now);
            outcome.Raise(new QuestionDeclined(question, null, "unavailable"));
        }

        return outcome;
    }

    /// <summary>What the member was shown in the lost chat goes on in the other, and replies are told by it.</summary>
    private static async Task MoveAsync(
        Turn turn, Member member, AccountRef lost, AccountRef other, CancellationToken cancel)
    {
        var threads = await turn.Db.Threads
            .Where(t => t.MemberId == member.Id && t.Connection == lost.Connection && t.AccountId == lost.Id)
            .ToListAsync(cancel);
        threads.ForEach(thread => thread.MoveTo(other));
    }

    private static async Task<Outcome> ForwardAsync(Turn turn, long rowId, AccountRef other, CancellationToken cancel)
    {
        var row = await turn.Db.Outbox.FirstOrDefaultAsync(r => r.Id == rowId && r.State == RowState.Dead, cancel);
        if (row?.Effect is not { } json || Payload.Effect(json) is not DirectMessage message) return Outcome.Nothing;
        row.Finish();

        // The card as it stood in the lost chat can't be changed from here: it is shown anew.
        if (message.Key is { } key && await turn.Db.Receipts.FindAsync([key], cancel) is { } receipt
            && receipt.Connection == message.To.Connection)
        {
            turn.Db.Receipts.Remove(receipt);
        }

        return Outcome.Of(message with { To = other, Thread = null });
    }

    private static async Task<Outcome> TellAsync(
        Turn turn, Member member, PersonUnreachable happening, CancellationToken cancel)
    {
        var outcome = new Outcome();
        var coordinators = await Coordinating.OfAsync(turn, cancel);
        foreach (var coordinator in coordinators.Where(coordinator => coordinator.Id != member.Id))
        {
            outcome.Send(Reach.Direct(turn, coordinator, language => Card.Saying(
                Silent.In(language, member.Name, happening.Connection))));
        }

        return outcome;
    }
}
