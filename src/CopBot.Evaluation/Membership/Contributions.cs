using CopBot.Evaluation.Records;

namespace CopBot.Evaluation.Membership;

/// <summary>What members gave to the community: questions they asked, answers they gave to others.</summary>
public static class Contributions
{
    /// <summary>Who and on which day, unordered. Questions asked anonymously are nobody's.</summary>
    public static IEnumerable<(int Member, double Day)> Of(Exchange exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        for (var question = 0; question < exchange.Questions.Count; question++)
        {
            var asker = exchange.Askers[question];
            if (asker >= 0) yield return (asker, exchange.Questions[question].Asked);
        }

        for (var answer = 0; answer < exchange.Answers.Count; answer++)
        {
            yield return (exchange.Givers[answer], exchange.Answers[answer].Posted);
        }
    }
}
