using CopBot.Evaluation.Rates;
using static System.Math;

namespace CopBot.Evaluation.Survival;

/// <summary>
/// What share still waits after a time: Kaplan and Meier's product-limit estimate (1958, JASA 53:457). It uses those
/// for whom it has not happened yet; a median of the others alone is too low. Of two at the same time, what happened
/// comes before what was censored.
/// </summary>
public sealed class SurvivalCurve
{
    private const double Tolerance = 1e-12;

    private SurvivalCurve(IReadOnlyList<SurvivalStep> steps, int count, double last)
    {
        (Steps, Count, LastTime) = (steps, count, last);
        Happened = steps.Sum(step => step.Events);
    }

    /// <summary>One step for each time at which it happened, in rising order.</summary>
    public IReadOnlyList<SurvivalStep> Steps { get; }

    /// <summary>How many were watched.</summary>
    public int Count { get; }

    /// <summary>For how many of them it happened.</summary>
    public int Happened { get; }

    /// <summary>The longest time that anybody was watched.</summary>
    public double LastTime { get; }

    /// <summary>Estimates it. Times that only rounding parts are one time.</summary>
    public static SurvivalCurve Of(IEnumerable<Observation> observations)
    {
        var seen = observations as IReadOnlyCollection<Observation> ?? [.. observations];
        var (times, happened) = (seen.Select(one => one.Time).ToArray(), seen.Select(one => one.Happened).ToArray());
        Array.Sort(times, happened);
        TiedTimes.Join(times);
        var steps = new List<SurvivalStep>();
        var (survival, greenwood) = (1.0, 0.0);
        for (var i = 0; i < times.Length;)
        {
            var (time, atRisk, events) = (times[i], times.Length - i, 0);
            for (; i < times.Length && times[i] == time; i++)
            {
                if (happened[i]) events++;
            }

            if (events == 0) continue;
            survival *= 1 - ((double)events / atRisk);
            greenwood += events / ((double)atRisk * (atRisk - events));
            var error = survival > 0 ? survival * Sqrt(greenwood) : double.NaN;
            steps.Add(new(time, atRisk, events, survival, error));
        }

        return new(steps, times.Length, times.Length == 0 ? 0 : times[^1]);
    }

    /// <summary>The share that still waits after a time.</summary>
    public double At(double time)
    {
        var last = Steps.LastOrDefault(step => step.Time <= time);
        return last is null ? 1 : last.Survival;
    }

    /// <summary>The first time by which at most half still wait; null if it was not reached.</summary>
    public double? Median => Steps.FirstOrDefault(step => step.Survival <= 0.5 + Tolerance)?.Time;

    /// <summary>
    /// The median as R's <c>survfit</c> prints it: where exactly half wait for a while, the middle of that while.
    /// </summary>
    public double? MedianMidpoint => Midpoint(Steps.Select(step => (step.Time, step.Survival)));

    /// <summary>
    /// 95 % interval of the median from the interval of the curve on the scale of logarithms, R's default; null where
    /// an end was not reached.
    /// </summary>
    public (double? Low, double? High) MedianInterval => (Midpoint(Band(-1)), Midpoint(Band(1)));

    /// <summary>The mean time within a horizon: the area under the curve up to it.</summary>
    public double RestrictedMean(double horizon)
    {
        var (area, time, survival) = (0.0, 0.0, 1.0);
        foreach (var step in Steps.TakeWhile(step => step.Time < horizon))
        {
            area += survival * (step.Time - time);
            (time, survival) = (step.Time, step.Survival);
        }

        return area + (survival * (horizon - time));
    }

    private IEnumerable<(double Time, double Bound)> Band(int side) =>
        Steps.Select(step => (step.Time, step.Survival > 0
            ? Min(1, Exp(Log(step.Survival) + (side * Normal.Z95 * step.Error / step.Survival)))
            : double.NaN));

    private static double? Midpoint(IEnumerable<(double Time, double Value)> curve)
    {
        var half = curve.SkipWhile(step => double.IsNaN(step.Value) || step.Value > 0.5 + 1.49e-8).ToList();
        if (half.Count == 0) return null;
        var (time, value) = half[0];
        if (Abs(value - 0.5) > 1.49e-8) return time;
        foreach (var later in half.Where(step => step.Value < value)) return (time + later.Time) / 2;
        return time;
    }
}

/// <summary>A time at which it happened.</summary>
/// <param name="Time">When.</param>
/// <param name="AtRisk">How many still waited just before.</param>
/// <param name="Events">For how many it happened then.</param>
/// <param name="Survival">What share waits after it.</param>
/// <param name="Error">Greenwood's standard error of that share; not a number at 0.</param>
public sealed record SurvivalStep(double Time, int AtRisk, int Events, double Survival, double Error);
