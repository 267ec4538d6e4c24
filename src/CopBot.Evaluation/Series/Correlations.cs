using MathNet.Numerics.Distributions;
using static System.Math;

namespace CopBot.Evaluation.Series;

/// <summary>How a series resembles itself or another some months apart.</summary>
public static class Correlations
{
    /// <summary>
    /// The correlation of x some months <em>later</em> with y, as R's <c>ccf(x, y)</c> counts: at a negative lag x
    /// leads. Means and spreads are those of the whole series.
    /// </summary>
    public static double Cross(IReadOnlyList<double> x, IReadOnlyList<double> y, int lag)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var (meanX, meanY) = (x.Average(), y.Average());
        var (from, to) = (Max(0, -lag), Min(y.Count, x.Count - lag));
        var together = Enumerable.Range(from, Max(0, to - from)).Sum(t => (x[t + lag] - meanX) * (y[t] - meanY));
        var (spreadX, spreadY) = (x.Sum(one => Pow(one - meanX, 2)), y.Sum(one => Pow(one - meanY, 2)));
        return together / Sqrt(spreadX * spreadY);
    }

    /// <summary>Ljung and Box's test (1978) that a series does not resemble itself up to a lag.</summary>
    public static (double Q, double P) LjungBox(IReadOnlyList<double> series, int lags)
    {
        ArgumentNullException.ThrowIfNull(series);
        double n = series.Count;
        var q = n * (n + 2) * Enumerable.Range(1, lags).Sum(lag => Pow(Cross(series, series, lag), 2) / (n - lag));
        return (q, 1 - ChiSquared.CDF(lags, q));
    }
}
