namespace CopBot.Evaluation.Survival;

/// <summary>Makes observations of two moments.</summary>
public static class Durations
{
    /// <summary>
    /// From a start until something happened, or until nobody watched any more if that came first. Rounded to a
    /// billionth: times that differ by a binary fraction only are the same time.
    /// </summary>
    public static Observation Between(double start, double? happened, double end, double unit = 1)
    {
        var by = happened ?? double.PositiveInfinity;
        return new(Math.Round(Math.Max(0, Math.Min(by, end) - start) * unit, 9), by <= end);
    }
}
