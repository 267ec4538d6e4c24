using CopBot.Evaluation.Series;

namespace CopBot.Evaluation.Report;

/// <summary>The third question: how did funding affect outcomes?</summary>
internal static class FundingSection
{
    public static IEnumerable<Figure> Of(ReportFacts facts)
    {
        var grants = facts.History.Annotations.Where(one => one is { Kind: "funding", Amount: not null }).ToList();
        if (grants.Count == 0)
        {
            yield return Figure.Refused("funding-total", RefusalReason.Annotation, 0, 1);
            yield break;
        }

        var (months, spent) = (facts.Months, facts.Months.Funding.Sum());
        yield return new("funding-total", grants.Sum(grant => grant.Amount), N: grants.Count);
        yield return Cost("cost-per-active-member-month", spent, months.Active.Sum());
        yield return Cost("cost-per-accepted-answer", spent, facts.Answering.Accepted.Hits);
        yield return Cost("cost-per-application", spent, facts.History.FollowUps.Count(one => one.Outcome is "Yes" or "Adapted"));
        var start = months.Calendar.MonthOf(grants.Min(grant => grant.From));
        foreach (var figure in FormalisationSection.Change(facts, "active-at-funding", months.Active, start)) yield return figure;
        foreach (var figure in After(facts, "money-then-active", months.Active, months.Funding)) yield return figure;
        foreach (var figure in After(facts, "active-then-money", months.Funding, months.Active)) yield return figure;
    }

    private static Figure Cost(string id, double spent, double units) =>
        units == 0 ? new(id, null, N: 0) : new(id, spent / units, N: (long)units);

    /// <summary>
    /// Whether one goes with the other a month later; asked both ways, since money follows activity, too.
    /// </summary>
    private static IEnumerable<Figure> After(ReportFacts facts, string id, IReadOnlyList<double> y,
        IReadOnlyList<double> x)
    {
        if (facts.Months.Count < InterruptedSeries.TrendNeeds)
        {
            yield return Figure.Refused(id, RefusalReason.Months, facts.Months.Count, InterruptedSeries.TrendNeeds);
            yield break;
        }

        if (LaggedLeaders.Fit(y, x) is not { } fit)
        {
            yield return Figure.Refused(id, RefusalReason.Collinear, 0, 0);
            yield break;
        }

        var half = fit.Line.Quantile * fit.Line.NeweyWest(fit.Lag)[1];
        yield return new(id, fit.Coefficient, fit.Coefficient - half, fit.Coefficient + half, y.Count - 1);
    }
}
