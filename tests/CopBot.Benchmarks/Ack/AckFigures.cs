namespace CopBot.Benchmarks.Ack;

/// <summary>
/// What was measured: medians over the rounds, and the spread of what is compared. Ratios are the bot's figure by the
/// peer's in the same round.
/// </summary>
internal sealed record AckFigures(
    double Ratio, Spread RatioSpread,
    double P99Ratio, Spread P99RatioSpread,
    double EventsPerSecond, double P99Ms,
    double PeerEventsPerSecond, double PeerP99Ms,
    double QueueAgeSeconds, double DrainPerSecond,
    double MemoryRatio, double MemoryMiB,
    int Lost, int Acknowledged, int Refused,
    double OpenLoopP99Ratio, Spread OpenLoopP99RatioSpread, double OpenLoopP99Ms, double OpenLoopQueueAgeSeconds)
{
    /// <summary>The same for Teams activities, beside Microsoft's own SDK.</summary>
    public AckFigures? Teams { get; init; }

    public static AckFigures Of(IReadOnlyList<AckRound> rounds) => new(
        Median(rounds, r => r.Ours.PerSecond / r.Peers.PerSecond),
        Spread.Of(rounds, r => r.Ours.PerSecond / r.Peers.PerSecond),
        Median(rounds, r => r.Ours.P99Ms / r.Peers.P99Ms),
        Spread.Of(rounds, r => r.Ours.P99Ms / r.Peers.P99Ms),
        Median(rounds, r => r.Ours.PerSecond),
        Median(rounds, r => r.Ours.P99Ms),
        Median(rounds, r => r.Peers.PerSecond),
        Median(rounds, r => r.Peers.P99Ms),
        Median(rounds, r => r.QueueAgeSeconds),
        Median(rounds, r => r.DrainPerSecond),
        Median(rounds, r => r.MemoryMiB / r.PeerMemoryMiB),
        Median(rounds, r => r.MemoryMiB),
        rounds.Sum(r => r.Lost),
        rounds.Sum(r => r.Ours.Answered),
        rounds.Sum(r => r.Ours.Refused),
        Median(rounds, r => r.OpenOurs.P99Ms / r.OpenPeers.P99Ms),
        Spread.Of(rounds, r => r.OpenOurs.P99Ms / r.OpenPeers.P99Ms),
        Median(rounds, r => r.OpenOurs.P99Ms),
        rounds.Max(r => r.OpenQueueAgeSeconds));

    private static double Median(IReadOnlyList<AckRound> rounds, Func<AckRound, double> of)
    {
        var sorted = rounds.Select(of).Order().ToList();
        return Math.Round((sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2, 3);
    }
}

/// <summary>The least and the most over the rounds.</summary>
internal sealed record Spread(double Low, double High)
{
    public static Spread Of(IReadOnlyList<AckRound> rounds, Func<AckRound, double> of) =>
        new(Math.Round(rounds.Min(of), 3), Math.Round(rounds.Max(of), 3));
}
