using CopBot.Evaluation.Records;
using CopBot.Evaluation.Series;

namespace CopBot.Evaluation.Report;

/// <summary>The second question: how did formalisation affect membership?</summary>
internal static class FormalisationSection
{
    /// <summary>Items that members decide; the others are the sponsor's.</summary>
    private static readonly int[] MemberLed = [1, 2, 5, 6, 9];

    private const int Items = 10;

    public static IEnumerable<Figure> Of(ReportFacts facts)
    {
        var steps = facts.History.Annotations.Where(one => one is { Kind: "formalisation", Item: not null }).ToList();
        if (steps.Count == 0)
        {
            yield return Figure.Refused("formalisation-index", RefusalReason.Annotation, 0, 1);
            yield break;
        }

        var now = DegreesAt(steps, facts.History.End);
        yield return new("formalisation-index", now.Sum() / Items, N: steps.Count);
        yield return new("formalisation-member-led", MemberLed.Sum(item => now[item - 1]) / MemberLed.Length, N: steps.Count);
        yield return new(
            "formalisation-sponsor-led", (now.Sum() - MemberLed.Sum(item => now[item - 1])) / (Items - MemberLed.Length), N: steps.Count);
        var largest = steps.GroupBy(step => facts.Months.Calendar.MonthOf(step.From))
            .MaxBy(month => (month.Key > 0, month.Sum(step => step.Degree ?? 0)))!.Key;
        foreach (var figure in Change(facts, "active", facts.Months.Active, largest)) yield return figure;
        foreach (var figure in Change(facts, "new-contributors", facts.Months.NewContributors, largest)) yield return figure;
        foreach (var figure in ControlledChange.Of(facts, largest)) yield return figure;
    }

    /// <summary>What changed with the month in which something happened.</summary>
    internal static IEnumerable<Figure> Change(ReportFacts facts, string name, IReadOnlyList<double> series,
        int before)
    {
        var around = Math.Min(before, series.Count - before);
        if (around < InterruptedSeries.LevelNeeds)
        {
            yield return Figure.Refused($"change-{name}-level", RefusalReason.MonthsAround, Math.Max(0, around), InterruptedSeries.LevelNeeds);
            yield break;
        }

        if (InterruptedSeries.Fit(series, before) is not { } fit)
        {
            yield return Figure.Refused($"change-{name}-level", RefusalReason.Collinear, 0, 0);
            yield break;
        }

        var errors = fit.Line.NeweyWest(fit.Lag);
        var half = fit.Line.Quantile * errors[2];
        yield return new($"change-{name}-level", fit.Level, fit.Level - half, fit.Level + half, series.Count);
        if (!fit.CarriesTrend)
        {
            yield return Figure.Refused($"change-{name}-trend", RefusalReason.MonthsAround, around, InterruptedSeries.TrendNeeds);
            yield break;
        }

        half = fit.Line.Quantile * errors[3];
        yield return new($"change-{name}-trend", fit.Trend, fit.Trend - half, fit.Trend + half, series.Count);
        var effect = fit.EffectAfter(fit.After);
        yield return new($"change-{name}-now", effect.Value, effect.Low, effect.High, series.Count);
        yield return new($"change-{name}-without", effect.Without, N: series.Count);
    }

    private static double[] DegreesAt(IEnumerable<Annotation> steps, double day)
    {
        var degrees = new double[Items];
        foreach (var step in steps.Where(step => step.From <= day && !(step.To < day)).OrderBy(step => step.From))
        {
            if (step.Item is >= 1 and <= Items) degrees[step.Item.Value - 1] = step.Degree ?? 1;
        }

        return degrees;
    }
}
