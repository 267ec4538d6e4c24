using CopBot.Evaluation.Rates;

namespace CopBot.Evaluation.Survival;

/// <summary>A hazard that is constant within each period (piecewise exponential).</summary>
/// <param name="Cuts">Where the periods part, in rising order; one fewer than rates.</param>
/// <param name="Rates">Events and exposure of each period.</param>
public sealed record PiecewiseHazard(IReadOnlyList<double> Cuts, IReadOnlyList<PoissonRate> Rates)
{
    /// <summary>Share to which it has not happened after a time: exp(−Σ rate · time in its period).</summary>
    public double At(double time)
    {
        var (hazard, start) = (0.0, 0.0);
        for (var period = 0; period < Rates.Count && start < time; period++)
        {
            var end = period < Cuts.Count ? Math.Min(Cuts[period], time) : time;
            hazard += Rates[period].Value * (end - start);
            start = end;
        }

        return Math.Exp(-hazard);
    }

    /// <summary>Events and exposure of each period.</summary>
    public static PiecewiseHazard Of(IReadOnlyCollection<Observation> observations, IReadOnlyList<double> cuts)
    {
        ArgumentNullException.ThrowIfNull(observations);
        ArgumentNullException.ThrowIfNull(cuts);
        double[] edges = [0, .. cuts, double.PositiveInfinity];
        return new(cuts, [.. edges.Zip(edges.Skip(1), (from, to) => new PoissonRate(
            observations.Count(one => one.Happened && (one.Time > from || from == 0) && one.Time <= to),
            observations.Sum(one => Math.Max(0, Math.Min(one.Time, to) - from))))]);
    }
}
