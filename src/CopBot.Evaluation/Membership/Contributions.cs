using CopBot.Evaluation.Records;

namespace CopBot.Evaluation.Membership;

/// <summary>What members gave to the community: questions they asked, answers they gave to others.</summary>
public static class Contributions
{
    /// <summary>Who and on which day, unordered. Questions asked anonymously are nobody's.</summary>
    public static IEnumerable<(int Member, double Day)> Of(Exchange exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        var (askers, givers) = (exchange.AskersOf, exchange.GiversOf);
        for (var question = 0; question < askers.Length; question++)
        {
            if (askers[question] >= 0) yield return (askers[question], exchange.AskedOn[question]);
        }

        for (var answer = 0; answer < givers.Length; answer++)
        {
            yield return (givers[answer], exchange.PostedOn[answer]);
        }
    }
}
