using CopBot.Evaluation.Rates;

namespace CopBot.Evaluation.Membership;

/// <summary>
/// Of those who joined in a month, how many left a trace in each month after: one row for each month of joining, one
/// cell for each month since. What can't be known yet is missing, not 0.
/// </summary>
/// <param name="Cohorts">By month of joining, rising.</param>
public sealed record Retention(IReadOnlyList<RetentionCohort> Cohorts)
{
    /// <summary>Counts it.</summary>
    /// <param name="joined">For each member, the month in which they joined, counted from any start.</param>
    /// <param name="traces">For each member, the months in which they left a trace.</param>
    /// <param name="lastMonth">The last month that is complete.</param>
    public static Retention Of(IReadOnlyList<int> joined, IReadOnlyList<IReadOnlySet<int>> traces, int lastMonth)
    {
        var cohorts = Enumerable.Range(0, joined.Count).GroupBy(member => joined[member]).OrderBy(group => group.Key);
        return new([.. cohorts.Where(group => group.Key <= lastMonth).Select(group => new RetentionCohort(group.Key,
            [.. Enumerable.Range(0, lastMonth - group.Key + 1).Select(since => new Proportion(
                group.Count(member => traces[member].Contains(group.Key + since)), group.Count()))]))]);
    }
}

/// <summary>Those who joined in one month.</summary>
/// <param name="Month">Which.</param>
/// <param name="Months">For each month since, beginning with that one, how many of them left a trace.</param>
public sealed record RetentionCohort(int Month, IReadOnlyList<Proportion> Months);
