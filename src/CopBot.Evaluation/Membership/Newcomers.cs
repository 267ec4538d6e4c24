using CopBot.Evaluation.Records;
using CopBot.Evaluation.Survival;

namespace CopBot.Evaluation.Membership;

/// <summary>How soon those who join contribute: a question, or an answer to somebody else.</summary>
public static class Newcomers
{
    /// <summary>
    /// Days from joining to the first contribution, censored at the end of the window or when they left. Who
    /// contributed before the roster knew them counts as having done so at once.
    /// </summary>
    public static SurvivalCurve TimeToFirstContribution(Exchange exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        var first = FirstContributions(exchange);
        return SurvivalCurve.Of(exchange.Members.Select((member, number) =>
        {
            var end = Math.Max(member.Joined, Math.Min(exchange.End, member.Left ?? exchange.End));
            return Durations.Between(member.Joined, Math.Max(member.Joined, first[number]), end);
        }));
    }

    /// <summary>For each member the day of the first contribution; infinite without any.</summary>
    internal static double[] FirstContributions(Exchange exchange)
    {
        var first = new double[exchange.Members.Count];
        Array.Fill(first, double.PositiveInfinity);
        foreach (var (member, day) in Contributions.Of(exchange)) first[member] = Math.Min(first[member], day);
        return first;
    }
}
