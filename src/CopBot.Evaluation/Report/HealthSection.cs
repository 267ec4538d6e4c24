using CopBot.Evaluation.Concentration;
using CopBot.Evaluation.Membership;
using CopBot.Evaluation.Rates;

namespace CopBot.Evaluation.Report;

/// <summary>How the community is: activity, response, staying, how much hangs on few.</summary>
internal static class HealthSection
{
    public static IEnumerable<Figure> Of(ReportFacts facts)
    {
        foreach (var figure in Standing(facts)) yield return figure;
        var answering = facts.Answering;
        yield return Figure.Of("answered", answering.Answered);
        yield return Figure.Of("answered-mature", answering.AnsweredMature);
        yield return Figure.Of("accepted", answering.Accepted);
        yield return new("answers-per-question", answering.AnswersPerQuestion, N: answering.Answered.Cases);
        var (low, high) = answering.Curve.MedianInterval;
        yield return new("response-median-hours", answering.Curve.Median, low, high, answering.Curve.Count);
        yield return new("response-median-answered-only-hours", answering.MedianOfAnswered, N: answering.Curve.Happened);
        yield return Answered("answered-in-day", facts, 24);
        yield return Answered("answered-in-week", facts, 168);
        var first = facts.FirstContribution;
        yield return new("first-contribution-median-days", first.Median, first.MedianInterval.Low, first.MedianInterval.High, first.Count);
        foreach (var gap in Staying.Gaps)
        {
            var staying = Staying.Of(facts.Exchange, gap);
            yield return new($"staying-median-days-gap{gap}", staying.Median, staying.MedianInterval.Low, staying.MedianInterval.High, staying.Count);
        }

        yield return new(
            "routed-answered", facts.History.Routing.Asked == 0 ? null : new Proportion(facts.History.Routing.Answered, facts.History.Routing.Asked).Value,
            N: facts.History.Routing.Asked);
        foreach (var figure in Concentrated(facts)) yield return figure;
    }

    private static IEnumerable<Figure> Standing(ReportFacts facts)
    {
        var now = facts.Standings.Now.OfType<Membership.Standing>().ToArray();
        foreach (var standing in Enum.GetValues<Membership.Standing>().Reverse())
        {
            yield return Figure.Of($"standing-{standing.ToString().ToLowerInvariant()}", new(now.Count(one => one == standing), now.Length));
        }

        yield return Figure.Of("periphery-to-active", facts.Standings.Moves.Inward);
    }

    private static Figure Answered(string id, ReportFacts facts, double hours)
    {
        var curve = facts.Answering.Curve;
        if (curve.Count == 0) return new(id, null, N: 0);
        var (share, step) = (1 - curve.At(hours), curve.Steps.LastOrDefault(step => step.Time <= hours));
        var half = step is null || double.IsNaN(step.Error) ? 0 : Normal.Z95 * step.Error;
        return new(id, share, Math.Max(0, share - half), Math.Min(1, share + half), curve.Count);
    }

    private static IEnumerable<Figure> Concentrated(ReportFacts facts)
    {
        var contributions = facts.Giving.Contributions.Select(count => (double)count).ToArray();
        yield return new("gini", Inequality.Gini(contributions), N: contributions.Length);
        yield return new("absence-factor", Inequality.AbsenceFactor(contributions), N: contributions.Length);
        yield return new("top-tenth-share", Inequality.TopShare(contributions, 0.1), N: contributions.Length);
        foreach (var top in (int[])[1, 3])
        {
            yield return Figure.Of($"answered-without-top{top}", Dependence.OnTop(facts.Exchange, top).Without);
        }
    }
}
