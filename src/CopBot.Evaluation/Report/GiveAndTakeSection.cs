using CopBot.Evaluation.GiveAndTake;
using CopBot.Evaluation.Membership;
using CopBot.Evaluation.Rates;
using CopBot.Evaluation.Series;

namespace CopBot.Evaluation.Report;

/// <summary>The first question: how did the give and take of leaders and core members contribute?</summary>
internal static class GiveAndTakeSection
{
    public static IEnumerable<Figure> Of(ReportFacts facts)
    {
        var leaders = facts.Leaders.Ever;
        yield return new("leaders", leaders.Count);
        var share = LeaderShare.Of(facts.Giving, leaders);
        long answers = facts.Giving.Given.Sum();
        yield return new("leader-give-share", share.Give, N: answers);
        yield return new("leader-take-share", share.Take, N: answers);
        yield return new("leader-balance", share.Balance, N: answers);
        var askers = facts.Exchange.Askers.ToHashSet();
        yield return Figure.Of("leaders-who-ask", new Proportion(leaders.Count(askers.Contains), leaders.Count));
        var forward = PayItForward.Of(facts.Exchange);
        yield return new("pay-it-forward-30d", forward.Count == 0 ? null : 1 - forward.At(30), N: forward.Count);
        foreach (var figure in Lagged(facts)) yield return figure;
        foreach (var figure in Welcomed(facts)) yield return figure;
    }

    private static IEnumerable<Figure> Lagged(ReportFacts facts)
    {
        const string id = "leaders-then-new-contributors";
        var months = facts.Months;
        if (months.Count < InterruptedSeries.TrendNeeds)
        {
            yield return Figure.Refused(id, RefusalReason.Months, months.Count, InterruptedSeries.TrendNeeds);
            yield break;
        }

        if (LaggedLeaders.Fit(months.NewContributors, months.LeaderGives) is not { } fit)
        {
            yield return Figure.Refused(id, RefusalReason.Collinear, 0, 0);
            yield break;
        }

        var half = fit.Line.Quantile * fit.Line.NeweyWest(fit.Lag)[1];
        yield return new(id, fit.Coefficient, fit.Coefficient - half, fit.Coefficient + half, months.Count - 1);
        if (fit.Placebo is { } placebo)
        {
            var error = placebo.Quantile * placebo.NeweyWest(fit.Lag)[1];
            yield return new(
                "leaders-after-new-contributors", placebo.Coefficients[1], placebo.Coefficients[1] - error,
                placebo.Coefficients[1] + error, months.Count - 1);
        }
    }

    private static IEnumerable<Figure> Welcomed(ReportFacts facts)
    {
        var table = Welcome.EffectOf(Newcomers(facts));
        var smaller = Math.Min(table.Exposed.Cases, table.Others.Cases);
        if (smaller < 5)
        {
            yield return Figure.Refused("welcome-effect", RefusalReason.Members, smaller, 5);
            yield break;
        }

        var effect = table.RiskDifference;
        yield return new("welcome-effect", effect.Value, effect.Low, effect.High, table.Exposed.Cases + table.Others.Cases);
        yield return new("welcome-p", table.FisherP(), N: table.Exposed.Cases + table.Others.Cases);
        yield return new("welcome-e-value", table.Others.Hits == 0 ? null : table.EValue, N: table.Exposed.Cases);
    }

    /// <summary>
    /// Welcomed here means: a leader answered a question of theirs. Time runs from joining; a question asked on joining
    /// is what can be answered, so only later contributions count as the outcome.
    /// </summary>
    private static IEnumerable<Newcomer> Newcomers(ReportFacts facts)
    {
        var exchange = facts.Exchange;
        var welcomed = new double[exchange.Members.Count];
        Array.Fill(welcomed, double.PositiveInfinity);
        for (var answer = 0; answer < exchange.Answers.Count; answer++)
        {
            var (taker, posted) = (exchange.TakerOf(answer), exchange.Answers[answer].Posted);
            if (taker < 0 || !facts.Leaders.Led(exchange.Givers[answer], posted)) continue;
            welcomed[taker] = Math.Min(welcomed[taker], posted);
        }

        for (var number = 0; number < exchange.Members.Count; number++)
        {
            var member = exchange.Members[number];
            var days = facts.Days.Of(number);
            var start = days.Length > 0 && days[0] <= member.Joined + Welcome.Landmark ? days[0] : member.Joined;
            yield return new(
                double.IsFinite(welcomed[number]) ? welcomed[number] - start : null,
                Since(days, start), member.Left - start, exchange.End - start);
        }
    }

    private static double[] Since(ReadOnlySpan<double> days, double start)
    {
        var first = 0;
        while (first < days.Length && days[first] - start <= Welcome.Landmark) first++;
        var since = days[first..].ToArray();
        for (var place = 0; place < since.Length; place++) since[place] -= start;
        return since;
    }
}
