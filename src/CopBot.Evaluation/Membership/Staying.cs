using CopBot.Evaluation.Records;
using CopBot.Evaluation.Survival;

namespace CopBot.Evaluation.Membership;

/// <summary>
/// How long members stay active: from the first contribution to the last. It is over for who has been silent for longer
/// than a gap by the end of the window, and it was over at the last contribution, not a gap after it; for the others
/// it goes on, censored at the end. A silence from which somebody came back does not count.
/// </summary>
public static class Staying
{
    /// <summary>The gaps that are shown side by side, days: what is found must not hang on the choice.</summary>
    public static IReadOnlyList<double> Gaps { get; } = [45, 90];

    /// <summary>Days of activity of everybody who ever contributed.</summary>
    public static SurvivalCurve Of(Exchange exchange, double gap)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        var (first, last) = (new double[exchange.Members.Count], new double[exchange.Members.Count]);
        Array.Fill(first, double.PositiveInfinity);
        Array.Fill(last, double.NegativeInfinity);
        foreach (var (member, day) in Contributions.Of(exchange))
        {
            first[member] = Math.Min(first[member], day);
            last[member] = Math.Max(last[member], day);
        }

        return SurvivalCurve.Of(first.Zip(last).Where(one => double.IsFinite(one.First)).Select(one =>
            exchange.End - one.Second > gap
                ? Durations.Between(one.First, one.Second, exchange.End)
                : Durations.Between(one.First, null, exchange.End)));
    }
}
