using CopBot.Evaluation.Series;

namespace CopBot.Evaluation.Report;

/// <summary>A change beside the same months of a sister community: what moved both is no effect.</summary>
internal static class ControlledChange
{
    private const string Level = "controlled-active-level";
    private const string Now = "controlled-active-now";
    private const string Parallel = "parallel-trends-p";

    /// <param name="facts">What is known.</param>
    /// <param name="before">The month in which it happened.</param>
    public static IEnumerable<Figure> Of(ReportFacts facts, int before)
    {
        if (facts.Sister is not { } sister)
        {
            yield return Figure.Refused(Level, RefusalReason.Sister, 0, 1);
            yield break;
        }

        var (own, other, shift) = Together(facts.Months, sister);
        if (ControlledSeries.Fit(own, other, before - shift) is not { } fit)
        {
            var around = Math.Max(0, Math.Min(before - shift, own.Length - before + shift));
            yield return Figure.Refused(Level, RefusalReason.MonthsAround, around, InterruptedSeries.LevelNeeds);
            yield break;
        }

        if (double.IsNaN(fit.ParallelP))
        {
            // The same in every month: there is no error to hold a difference against.
            yield return Figure.Refused(Level, RefusalReason.Collinear, 0, 0);
            yield break;
        }

        yield return new(Parallel, fit.ParallelP, N: own.Length);
        if (!fit.WasParallel)
        {
            yield return Figure.Refused(Level, RefusalReason.NotParallel, fit.ParallelP, 0.05);
            yield break;
        }

        var difference = fit.Difference;
        var half = difference.Line.Quantile * difference.Line.NeweyWest(difference.Lag)[2];
        yield return new(Level, difference.Level, difference.Level - half, difference.Level + half, own.Length);
        if (!difference.CarriesTrend) yield break;
        var effect = difference.EffectAfter(difference.After);
        yield return new(Now, effect.Value, effect.Low, effect.High, own.Length);
    }

    /// <summary>The months that both have, and the number of the first of them.</summary>
    private static (double[] Own, double[] Sister, int Shift) Together(MonthlySeries own, MonthlySeries sister)
    {
        var others = Enumerable.Range(0, sister.Count)
            .ToDictionary(sister.Calendar.NameOf, month => sister.Active[month], StringComparer.Ordinal);
        var common = Enumerable.Range(0, own.Count)
            .Where(month => others.ContainsKey(own.Calendar.NameOf(month))).ToList();
        return (
            [.. common.Select(month => own.Active[month])],
            [.. common.Select(month => others[own.Calendar.NameOf(month)])],
            common.Count == 0 ? 0 : common[0]);
    }
}
