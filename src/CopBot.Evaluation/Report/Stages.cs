using CopBot.Evaluation.Series;

namespace CopBot.Evaluation.Report;

/// <summary>Where a community is in its life (after Wenger, McDermott and Snyder 2002).</summary>
public enum Stage
{
    /// <summary>Fewer than five ever contributed, or less than three months.</summary>
    Potential,

    /// <summary>Contributors grow, the core has fewer than three.</summary>
    Coalescing,

    /// <summary>It grows, and a fifth or more of who contributes is new.</summary>
    Maturing,

    /// <summary>Neither grows nor shrinks.</summary>
    Stewardship,

    /// <summary>It shrinks, or has fewer than half of the members it had at its peak.</summary>
    Transformation,

    /// <summary>No question in ninety days.</summary>
    Dormant,
}

/// <summary>Says which stage, by a rule that everybody can check.</summary>
internal static class Stages
{
    private const int Year = 12;
    private const double Quiet = 90;

    public static Stage Of(MonthlySeries months, ReportFacts facts)
    {
        var ever = facts.Giving.Contributions.Count(count => count > 0);
        if (ever < 5 || months.Count < 3) return Stage.Potential;
        var last = facts.Exchange.Questions.Count == 0 ? double.NegativeInfinity
            : facts.Exchange.Questions.Max(question => question.Asked);
        if (facts.History.End - last > Quiet) return Stage.Dormant;
        var smooth = Medians(months.Active);
        var recent = smooth.TakeLast(Year).ToArray();
        var slope = Regression.Fit(recent, Trends.Ones(recent.Length), Trends.Months(recent.Length));
        var (value, half) = slope is null ? (0, 0)
            : (slope.Coefficients[1], slope.Quantile * slope.NeweyWest(Regression.UsualLag(recent.Length))[1]);
        var peak = smooth.TakeLast(2 * Year).Max();
        if (value + half < 0 || smooth[^1] < peak / 2) return Stage.Transformation;
        var core = facts.Standings.Now.Count(standing => standing == Membership.Standing.Core);
        if (value > 0 && core < 3) return Stage.Coalescing;
        var (fresh, active) = (months.NewContributors.TakeLast(3).Sum(), months.Active.TakeLast(3).Sum());
        return value - half > 0 && fresh >= active / 5 ? Stage.Maturing : Stage.Stewardship;
    }

    /// <summary>Each month's median with the two before it.</summary>
    private static double[] Medians(IReadOnlyList<double> series) =>
        [.. series
            .Select((_, month) => series.Skip(Math.Max(0, month - 2)).Take(Math.Min(3, month + 1)).Order().ToArray())
            .Select(three => (three[(three.Length - 1) / 2] + three[three.Length / 2]) / 2)];
}
