namespace CopBot.Evaluation.Series;

/// <summary>
/// The same, beside a sister community to which it did not happen: what moved both is no effect. Fitted to the
/// difference of the two series.
/// </summary>
/// <param name="Difference">The fit of one minus the other.</param>
public sealed record ControlledSeries(InterruptedSeries Difference)
{
    /// <summary>
    /// How often chance alone gives trends before the change that part as much: small means that the sister was not
    /// going the same way, and the comparison does not hold.
    /// </summary>
    public double ParallelP => Difference.Line.P(
        Difference.Line.Coefficients[1], Difference.Line.NeweyWest(Difference.Lag)[1]);

    /// <summary>Whether the trends before were near enough.</summary>
    public bool WasParallel => ParallelP >= 0.05;

    /// <summary>Fits it; null where <see cref="InterruptedSeries.Fit"/> would be.</summary>
    public static ControlledSeries? Fit(
        IReadOnlyList<double> y, IReadOnlyList<double> sister, int before, int? lag = null)
    {
        var difference = y.Zip(sister, (a, b) => a - b).ToArray();
        return InterruptedSeries.Fit(difference, before, lag: lag) is { } fit ? new(fit) : null;
    }

    /// <summary>
    /// The mean after minus the mean before, less the same of the sister. It knows nothing of trends: shown to warn of
    /// it.
    /// </summary>
    public static double DifferenceInDifferences(IReadOnlyList<double> y, IReadOnlyList<double> sister, int before) =>
        Change(y, before) - Change(sister, before);

    private static double Change(IReadOnlyList<double> y, int before) =>
        y.Skip(before).Average() - y.Take(before).Average();
}
