using System.Security.Cryptography;
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

/// <summary>Recomputes the chain from its first entry and names the first one that does not hold.</summary>
internal static class LogVerification
{
    public static async Task<LogVerdict> VerifyAsync(
        CopBotDbContext db, Community community, string? expectedHead, CancellationToken cancel)
    {
        var previous = new byte[32];
        var sequence = 0L;
        string? fault = null;
        var passed = expectedHead is null || string.Equals(
            expectedHead, Convert.ToHexStringLower(previous), StringComparison.OrdinalIgnoreCase);
        await foreach (var entry in Sealed(db, community).AsAsyncEnumerable().WithCancellation(cancel))
        {
            fault = Check(entry, ++sequence, previous);
            if (fault is not null) break;
            previous = entry.Hash!;
            passed |= string.Equals(
                Convert.ToHexStringLower(previous), expectedHead, StringComparison.OrdinalIgnoreCase);
        }

        if (fault is null && !passed) fault = "The expected head is not in the chain: entries were cut or rewritten.";
        var unsealed = await db.Log.CountAsync(e => e.CommunityId == community.Id && e.Sequence == null, cancel);
        return new(community.Name, sequence, unsealed, Convert.ToHexStringLower(previous), fault);
    }

    internal static IQueryable<ParticipationEvent> Sealed(CopBotDbContext db, Community community) => db.Log
        .Where(e => e.CommunityId == community.Id && e.Sequence != null).OrderBy(e => e.Sequence).AsNoTracking();

    private static string? Check(ParticipationEvent entry, long expected, byte[] previous)
    {
        if (entry.Sequence != expected) return $"Entry {expected} is missing.";
        if (entry.Hash is null || !entry.Hash.AsSpan().SequenceEqual(
            Sealer.Chain(previous, entry.Core, entry.AttributesHash)))
        {
            return $"Entry {expected} does not match its hash.";
        }

        if (!MatchesCore(entry)) return $"Entry {expected} says something else than its hashed core.";
        var erased = entry.Salt is null && entry.Attributes is null;
        if (erased) return null;
        return entry is { Salt: { } salt, Attributes: { } attributes }
            && entry.AttributesHash.AsSpan().SequenceEqual(
                SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(attributes)]))
            ? null
            : $"The attributes of entry {expected} were changed.";
    }

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
