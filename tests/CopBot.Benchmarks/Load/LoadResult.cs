namespace CopBot.Benchmarks.Load;

/// <summary>What a load came to.</summary>
/// <param name="Answered">Requests answered with 200.</param>
/// <param name="Refused">Requests answered otherwise, or not at all.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="P50Ms">Half of the answers came within this many milliseconds.</param>
/// <param name="P99Ms">All but one in a hundred came within this many.</param>
internal sealed record LoadResult(int Answered, int Refused, double Seconds, double P50Ms, double P99Ms)
{
    public double PerSecond => Answered / Seconds;

    public static LoadResult Of(List<double> latencies, int refused, double seconds)
    {
        latencies.Sort();
        return new(latencies.Count, refused, seconds, At(latencies, 0.5), At(latencies, 0.99));
    }

    private static double At(List<double> sorted, double share) =>
        sorted.Count == 0 ? double.NaN : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
}
