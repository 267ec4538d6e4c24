using System.Collections.Concurrent;

namespace CopBot.Chat.Diagnosis;

/// <summary>
/// How many requests each connection let in and refused since the start. In memory only: who is refused must not be
/// able to write anything.
/// </summary>
/// <param name="clock">When the latest refusal was.</param>
public sealed class Tally(SecurityClock clock)
{
    private readonly ConcurrentDictionary<string, Count> _counts = new(StringComparer.Ordinal);

    /// <summary>The counts by connection.</summary>
    public IReadOnlyDictionary<string, Count> Counts => _counts;

    /// <summary>A request was verified.</summary>
    /// <param name="connection">The connection's full name.</param>
    public void LetIn(string connection) => _counts.AddOrUpdate(
        connection, _ => new(1, 0, null, null), (_, count) => count with { LetIn = count.LetIn + 1 });

    /// <summary>A request was refused.</summary>
    /// <param name="connection">The connection's full name.</param>
    /// <param name="why">The reason, from the adapter's own list.</param>
    public void Refused(string connection, string why) => _counts.AddOrUpdate(
        connection,
        _ => new(0, 1, why, clock.Now),
        (_, count) => count with { Refused = count.Refused + 1, Why = why, At = clock.Now });

    /// <summary>One connection's counts.</summary>
    /// <param name="LetIn">Verified requests.</param>
    /// <param name="Refused">Refused ones.</param>
    /// <param name="Why">Why the latest was refused.</param>
    /// <param name="At">When that was.</param>
    public sealed record Count(long LetIn, long Refused, string? Why, DateTimeOffset? At);
}
