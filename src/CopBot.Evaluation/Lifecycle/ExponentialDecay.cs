using static System.Math;

namespace CopBot.Evaluation.Lifecycle;

/// <summary>A series that grows or shrinks by the same share each month: a line through its logarithms.</summary>
/// <param name="Intercept">Logarithm at month 0.</param>
/// <param name="Slope">Change of the logarithm in a month.</param>
public sealed record ExponentialDecay(double Intercept, double Slope)
{
    /// <summary>In how many months it halves; null if it does not shrink.</summary>
    public double? HalfLife => Slope < 0 ? Log(0.5) / Slope : null;

    /// <summary>The value in a month.</summary>
    public double At(double month) => Exp(Intercept + (Slope * month));

    /// <summary>The month in which it reaches a value; null if it never does.</summary>
    public double? Reaches(double value) => Slope < 0 ? (Log(value) - Intercept) / Slope : null;

    /// <summary>Fits it to values in months 1, 2, …; months without anything are left out.</summary>
    /// <returns>Null with fewer than two months.</returns>
    public static ExponentialDecay? Fit(IReadOnlyList<double> values)
    {
        var points = values.Select((value, place) => (Month: place + 1.0, value)).Where(point => point.value > 0)
            .Select(point => (point.Month, Log: Log(point.value))).ToList();
        if (points.Count < 2) return null;
        var (month, mean) = (points.Average(point => point.Month), points.Average(point => point.Log));
        var slope = points.Sum(point => (point.Month - month) * (point.Log - mean))
            / points.Sum(point => (point.Month - month) * (point.Month - month));
        return new(mean - (slope * month), slope);
    }
}
