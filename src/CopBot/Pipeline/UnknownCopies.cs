using CopBot.Chat;
using CopBot.Domain;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Pipeline;

/// <summary>
/// A card whose sending was in doubt may stand in a place twice, and only one copy is known. A reply to the other is
/// told by when its thread was opened: while the doubtful attempt was under way, in that very place.
/// </summary>
internal static class UnknownCopies
{
    /// <summary>Clocks differ by a little.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromSeconds(5);

    private static readonly CompiledQuery<
        Func<CopBotDbContext, DateTimeOffset, DateTimeOffset, IAsyncEnumerable<string>>> Doubtful = new(
            () => EF.CompileAsyncQuery((CopBotDbContext db, DateTimeOffset from, DateTimeOffset to) => db.Outbox
                .Where(row => row.DoubtSince >= from && row.DoubtSince <= to && row.CardKey!.StartsWith("q:"))
                .Select(row => row.CardKey!)));

    /// <summary>The question of the one card that fits; nothing if none does, or several.</summary>
    public static async Task<(QuestionThread? Thread, Question? Question)> OfAsync(
        CopBotDbContext db, Platforms platforms, MessageReceived message, CancellationToken cancel)
    {
        if (message.ThreadOpenedAt is not { } opened) return (null, null);
        var (from, to) = (opened - platforms.CapabilitiesOf(message.Connection).SendTimeout - Skew, opened + Skew);
        var keys = await Doubtful.On(db)(db, from, to).ToListAsync(cancel);
        if (keys.Count == 0) return (null, null);
        var ids = keys.Select(key => key.Split(':') is [_, _, var id] && Guid.TryParseExact(id, "N", out var guid) ? guid : default)
            .ToList();
        var place = message.Place.Ref;
        var threads = await db.Threads.AsNoTracking()
            .Where(t => ids.Contains(t.Id) && t.Connection == place.Connection && t.PlaceId == place.Id)
            .ToListAsync(cancel);
        if (threads is not [var only]) return (null, null);
        var question = await db.FindQuestionAsync(only.QuestionId, cancel);
        return (question?.Threads.Find(t => t.Id == only.Id), question);
    }
}
