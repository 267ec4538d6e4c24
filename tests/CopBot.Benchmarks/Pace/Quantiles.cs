namespace CopBot.Benchmarks.Pace;

internal static class Quantiles
{
    public static double Of(IReadOnlyList<double> values, double part)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * part))];
    }

    public static double Median(IEnumerable<double> values) => Of([.. values], 0.5);

    /// <summary>Lowest, median, highest; as they are printed.</summary>
    public static string Spread(IReadOnlyList<double> values, string format = "F2") => FormattableString.Invariant(
        $"{values.Min().ToString(format, System.Globalization.CultureInfo.InvariantCulture)} to {values.Max().ToString(format, System.Globalization.CultureInfo.InvariantCulture)}");
}
