using CopBot.Evaluation.Records;
using CopBot.Evaluation.Survival;

namespace CopBot.Evaluation.GiveAndTake;

/// <summary>
/// Whether who was helped helps anybody afterwards (Baker and Bulkley 2014, Organization Science 25:1493): the time
/// from the first help received to a strictly later help given, censored at the end of the window or when they leave.
/// </summary>
public static class PayItForward
{
    /// <summary>One observation, in days, for each member who was ever helped.</summary>
    public static SurvivalCurve Of(Exchange exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        var n = exchange.Members.Count;
        var (helped, next) = (new double[n], new double[n]);
        Array.Fill(helped, double.PositiveInfinity);
        Array.Fill(next, double.PositiveInfinity);
        for (var answer = 0; answer < exchange.Answers.Count; answer++)
        {
            var taker = exchange.TakerOf(answer);
            if (taker >= 0) helped[taker] = Math.Min(helped[taker], exchange.PostedOn[answer]);
        }

        for (var answer = 0; answer < exchange.Answers.Count; answer++)
        {
            var (giver, posted) = (exchange.Givers[answer], exchange.PostedOn[answer]);
            if (posted > helped[giver]) next[giver] = Math.Min(next[giver], posted);
        }

        return SurvivalCurve.Of(Enumerable.Range(0, n).Where(member => double.IsFinite(helped[member])).Select(member =>
        {
            var end = Math.Max(helped[member], Math.Min(exchange.End, exchange.Members[member].Left ?? exchange.End));
            return Durations.Between(helped[member], next[member], end);
        }));
    }
}
