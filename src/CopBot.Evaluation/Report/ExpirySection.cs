using CopBot.Evaluation.Lifecycle;

namespace CopBot.Evaluation.Report;

/// <summary>The fourth question: does this community have an expiry date?</summary>
internal static class ExpirySection
{
    public static IEnumerable<Figure> Of(ReportFacts facts)
    {
        var (months, contributions) = (facts.Months, facts.Giving.Contributions.Sum());
        yield return new("stage", (int)Stages.Of(months, facts));
        if (Forecast.Gate(months.Count, contributions) is { } refusal)
        {
            yield return new("expires-in-months", null, Refusal: refusal);
            yield break;
        }

        var flow = Forecast.FlowOf(facts.Activity, facts.Exchange.Members.Count, months.Count);
        var (active, least) = (months.Active[^1], facts.Parameters.LeastMembers);
        yield return new("churn", flow.Flow.Churn, N: flow.AtRisk);
        yield return new("joins", flow.Flow.Joins, N: flow.AtRisk);
        yield return new("settles-at", flow.Flow.Settles, N: flow.AtRisk);
        var (low, high) = Forecast.Interval(facts.Activity, facts.Exchange.Members.Count, months.Count, active, least);
        yield return new("expires-in-months", flow.Flow.ExpiresIn(active, least), low, high, flow.AtRisk);
        yield return new("joins-needed", flow.Flow.JoinsToHold(least), N: flow.AtRisk);
        var decay = ExponentialDecay.Fit(months.Active);
        var reaches = decay?.Reaches(least);
        yield return new("expires-in-months-by-decay", reaches is { } month ? Math.Max(0, month - months.Count) : null, N: months.Count);
        if (Forecast.BackTest(facts.Activity, facts.Exchange.Members.Count, months.Active) is { } test)
        {
            yield return new("back-test-forecast", test.Forecast, N: Forecast.BackTestMonths);
            yield return new("back-test-seen", test.Seen, N: Forecast.BackTestMonths);
        }
    }
}
