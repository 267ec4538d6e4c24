using CopBot.Chat;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Domain;

/// <summary>Words that wait until their author says what they mean.</summary>
internal static class Drafts
{
    public static Draft Keep(Turn turn, MessageReceived message, string text)
    {
        var draft = new Draft
        {
            Id = turn.NewId(),
            MemberId = turn.Me.Member.Id,
            Text = text,
            SaidAt = turn.OccurredAt,
            Connection = message.Connection,
            PlaceId = message.Place.Ref.Id,
            Message = message.Message,
            OpensThread = message.Thread ?? message.OpensThread,
        };
        turn.Db.Drafts.Add(draft);
        return draft;
    }

    /// <summary>The actor's own draft that an action means; null for anything else.</summary>
    public static async Task<Draft?> TakeAsync(Turn turn, string id, CancellationToken cancel)
    {
        var me = turn.Me.Member.Id;
        return Guid.TryParseExact(id, "N", out var guid)
            ? await turn.Db.Drafts.FirstOrDefaultAsync(d => d.Id == guid && d.MemberId == me, cancel)
            : null;
    }
}
