using System.Text;
using System.Text.Json;
using CopBot.Domain;
using CopBot.Pipeline;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Participation;

/// <summary>What a check of one community's log found.</summary>
/// <param name="Community">Its name.</param>
/// <param name="Count">How many sealed entries were checked.</param>
/// <param name="Unsealed">How many wait for the sealer.</param>
/// <param name="Head">The last entry's hash in hexadecimal.</param>
/// <param name="Fault">The first thing wrong, with its sequence number; null if all holds.</param>
internal sealed record LogVerdict(string Community, long Count, long Unsealed, string Head, string? Fault);

/// <summary>
/// Recomputes the chain in the database from its first entry and names the first one that does not hold.
/// </summary>
internal static class LogVerification
{
    public static async Task<LogVerdict> VerifyAsync(
        CopBotDbContext db, Community community, string? expectedHead, CancellationToken cancel)
    {
        var chain = new LogChain(expectedHead);
        string? fault = null;
        await foreach (var entry in Sealed(db, community).AsAsyncEnumerable().WithCancellation(cancel))
        {
            fault = entry.Hash is null ? $"Entry {entry.Sequence} has no hash." : chain.Add(Chained(entry));
            if (fault is null && !MatchesCore(entry))
            {
                fault = $"Entry {entry.Sequence} says something else than its hashed core.";
            }

            if (fault is not null) break;
        }

        var unsealed = await db.Log.Where(e => e.CommunityId == community.Id && e.Sequence == null)
            .Select(e => e.Core).ToListAsync(cancel);
        foreach (var core in unsealed) chain.AddUnsealed(Encoding.UTF8.GetBytes(core));
        fault ??= chain.Finish();
        return new(community.Name, chain.Count, unsealed.Count, chain.Head, fault);
    }

    internal static IQueryable<ParticipationEvent> Sealed(CopBotDbContext db, Community community) => db.Log
        .Where(e => e.CommunityId == community.Id && e.Sequence != null).OrderBy(e => e.Sequence).AsNoTracking();

    private static ChainedEntry Chained(ParticipationEvent entry) => new(
        entry.Sequence ?? 0, Encoding.UTF8.GetBytes(entry.Core),
        entry.Attributes is { } attributes ? Encoding.UTF8.GetBytes(attributes).AsMemory()
            : (ReadOnlyMemory<byte>?)null,
        entry.Salt is { } salt ? salt.AsMemory() : (ReadOnlyMemory<byte>?)null, entry.AttributesHash, entry.Hash);

    /// <summary>The columns that queries read must say what was hashed.</summary>
    private static bool MatchesCore(ParticipationEvent entry)
    {
        using var core = JsonDocument.Parse(entry.Core);
        return Value("event_id") == $"{entry.Id:D}"
            && Value("type") == entry.Type
            && Value("actor") == entry.Actor
            && Value("community_id") == $"{entry.CommunityId:N}"
            && Value("occurred_at") == CanonicalJson.Time(entry.OccurredAt);

        string? Value(string name) => core.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
    }
}
