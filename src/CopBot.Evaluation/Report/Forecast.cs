using CopBot.Evaluation.Lifecycle;
using MathNet.Numerics.Distributions;

namespace CopBot.Evaluation.Report;

/// <summary>What becomes of the active members if nothing changes, by the last year.</summary>
internal static class Forecast
{
    public const int BackTestMonths = 6;
    private const int LeastMonths = 12;
    private const int LeastContributions = 30;
    private const int Draws = 500;

    /// <summary>Months without a contribution after which a member is lost.</summary>
    private const int Silence = 3;

    /// <summary>A forecast needs a year and something to count.</summary>
    public static Refusal? Gate(int months, long contributions) =>
        months < LeastMonths ? new(RefusalReason.Months, months, LeastMonths)
        : contributions < LeastContributions ? new(RefusalReason.Contributions, contributions, LeastContributions)
        : null;

    /// <summary>
    /// Who was active in a month and not in the three after it is lost; who is active and was not in the three before
    /// it joined. By the twelve months up to the last one that can be judged; who was there from the start has not
    /// joined.
    /// </summary>
    public static (StockFlow Flow, int AtRisk) FlowOf(MonthlyActivity activity, int members, int months)
    {
        var counts = Enumerable.Range(0, members).Select(member => CountOf(activity, member, months)).ToArray();
        return Flow(counts.Sum(one => one.AtRisk), counts.Sum(one => one.Lost), counts.Sum(one => one.Joined), months);
    }

    /// <summary>From where it stood half a year ago, what would have been said of today.</summary>
    public static (double Forecast, double Seen)? BackTest(MonthlyActivity activity, int members,
        IReadOnlyList<double> active)
    {
        var then = active.Count - BackTestMonths;
        if (then < LeastMonths) return null;
        var (flow, _) = FlowOf(activity, members, then);
        return (flow.After(active[then - 1], BackTestMonths), active[^1]);
    }

    /// <summary>The same drawn again with other members; null where it does not expire in that draw.</summary>
    public static (double? Low, double? High) Interval(
        MonthlyActivity activity, int members, int months, double active, double least)
    {
        // Members who are alike are drawn together: as often as Poisson says (the Poisson bootstrap).
        var alike = Enumerable.Range(0, members).Select(member => CountOf(activity, member, months))
            .Where(one => one.AtRisk + one.Joined > 0).GroupBy(one => one)
            .Select(group => (Counts: group.Key, Members: (double)group.Count())).OrderBy(one => one.Counts).ToArray();
        if (alike.Length == 0) return (null, null);
        var random = new Random(26_351);
        var ends = new double[Draws];
        for (var draw = 0; draw < Draws; draw++)
        {
            var (risk, lost, joined) = (0, 0, 0);
            foreach (var (one, count) in alike)
            {
                var times = Poisson.Sample(random, count);
                (risk, lost, joined) =
                    (risk + (times * one.AtRisk), lost + (times * one.Lost), joined + (times * one.Joined));
            }

            ends[draw] = Flow(risk, lost, joined, months).Flow.ExpiresIn(active, least) ?? double.PositiveInfinity;
        }

        Array.Sort(ends);
        double? End(double share) => ends[(int)(share * (Draws - 1))] is var end && double.IsFinite(end) ? end : null;
        return (End(0.025), End(0.975));
    }

    private static (StockFlow Flow, int AtRisk) Flow(int atRisk, int lost, int joined, int months)
    {
        // Nobody lost yet, or everybody: half a case keeps the share inside what can be computed with.
        var churn =
            Math.Clamp((lost + 0.0) / Math.Max(1, atRisk), 0.5 / Math.Max(1, atRisk), 1 - (0.5 / Math.Max(2, atRisk)));
        return (new(churn, joined / (double)(To(months) - FirstOfJoins(months))), atRisk);
    }

    /// <summary>The month after the last of which it can be told who was lost in it.</summary>
    private static int To(int months) => months - Silence;

    /// <summary>The first month of which it can be told who joined in it.</summary>
    private static int FirstOfJoins(int months) => Math.Max(Silence, To(months) - LeastMonths);

    private static (int AtRisk, int Lost, int Joined) CountOf(MonthlyActivity activity, int member, int months)
    {
        var (to, fromJoins, risk, lost, joined) = (To(months), FirstOfJoins(months), 0, 0, 0);
        var from = Math.Max(0, to - LeastMonths);
        var seen = activity.Of(member);
        for (var place = 0; place < seen.Length; place++)
        {
            var month = seen[place].Month;
            if (month < from || month >= to) continue;
            var next = place + 1 < seen.Length ? seen[place + 1].Month : int.MaxValue;
            var before = place > 0 ? seen[place - 1].Month : int.MinValue;
            risk += (int)Math.Min((long)next, Math.Min(month + Silence + 1, to)) - month;
            if (next > month + Silence) lost++;
            if (month >= fromJoins && before < month - Silence) joined++;
        }

        return (risk, lost, joined);
    }
}
