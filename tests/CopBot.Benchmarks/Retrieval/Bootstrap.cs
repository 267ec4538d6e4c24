namespace CopBot.Benchmarks.Retrieval;

/// <summary>How far a mean may be off by the chance of which queries were drawn.</summary>
internal static class Bootstrap
{
    private const int Draws = 10_000;

    /// <summary>The mean's interval in which 95 of 100 redrawn samples fall. The same values give the same interval.</summary>
    public static (double Low, double High) IntervalOf(IReadOnlyList<double> values)
    {
        if (values.Count == 0) return (0, 0);
        var random = new Random(1);
        var means = new double[Draws];
        for (var draw = 0; draw < Draws; draw++)
        {
            var sum = 0.0;
            for (var i = 0; i < values.Count; i++) sum += values[random.Next(values.Count)];
            means[draw] = sum / values.Count;
        }

        Array.Sort(means);
        return (means[(int)(0.025 * Draws)], means[(int)(0.975 * Draws)]);
    }
}
