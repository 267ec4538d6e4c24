using CopBot.Domain;
using CopBot.Evaluation.Records;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Evaluating;

/// <summary>
/// Makes of a community's log what can be measured. Nothing but sealed entries is read, so that the same head gives the
/// same figures; what was corrected by a later entry is left out.
/// </summary>
internal static class HistoryReader
{
    /// <summary>Reads it up to an entry, or all of it.</summary>
    /// <param name="db">The database.</param>
    /// <param name="community">Whose log.</param>
    /// <param name="upTo">The number of the last entry to read; null for all that is sealed.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<History> ReadAsync(
        CopBotDbContext db, Community community, long? upTo, CancellationToken cancel)
    {
        var entries = db.Log.AsNoTracking()
            .Where(e => e.CommunityId == community.Id && e.Sequence != null && (upTo == null || e.Sequence <= upTo))
            .OrderBy(e => e.Sequence);
        var builder = new HistoryBuilder(await VoidedAsync(entries, cancel));
        var (entry, count, head) = (new LoggedEvent(), 0L, Array.Empty<byte>());
        var rows = entries.Select(e => new { e.Core, e.Attributes, e.Hash }).AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancel))
        {
            entry.Read(row.Core, row.Attributes);
            builder.Add(entry);
            (count, head) = (count + 1, row.Hash ?? head);
        }

        return builder.Build() with { Entries = count, Head = Convert.ToHexStringLower(head) };
    }

    private static async Task<HashSet<string>> VoidedAsync(
        IQueryable<ParticipationEvent> entries, CancellationToken cancel)
    {
        var voided = new HashSet<string>(StringComparer.Ordinal);
        var entry = new LoggedEvent();
        foreach (var core in await entries.Where(e => e.Type == "event.voided").Select(e => e.Core).ToListAsync(cancel))
        {
            entry.Read(core, null);
            if (entry["ref"] is { } id) voided.Add(id);
        }

        return voided;
    }
}
