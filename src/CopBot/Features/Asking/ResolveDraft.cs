using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Asking;

/// <summary>The person said that a doubtful message was a new question.</summary>
internal static class ResolveDraft
{
    private static readonly Phrase Settled = new("That is settled already.", "C’est déjà réglé.");

    public static async Task<Outcome> AskAsync(Turn turn, ActionIntent press, CancellationToken cancel)
    {
        if (!Guid.TryParseExact(press.Argument, "N", out var id)) return Outcome.Of(turn.Tell(Settled));
        var me = turn.Me.Member.Id;
        var draft = await turn.Db.Drafts.FirstOrDefaultAsync(d => d.Id == id && d.MemberId == me, cancel);
        if (draft is null) return Outcome.Of(turn.Tell(Settled));
        turn.Db.Drafts.Remove(draft);
        return Ask.Record(turn, draft.Text, new(draft.Connection, draft.PlaceId), draft.Message, draft.OpensThread);
    }
}
