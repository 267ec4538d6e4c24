using CopBot.Evaluation.Rates;
using CopBot.Evaluation.Records;

namespace CopBot.Evaluation.Concentration;

/// <summary>What would still be answered if those who give most had not been there.</summary>
/// <param name="Today">Questions answered by anybody.</param>
/// <param name="Without">Questions that somebody else answered, too.</param>
public sealed record Dependence(Proportion Today, Proportion Without)
{
    /// <summary>Without the given number of members who answered most; of equals those listed first.</summary>
    public static Dependence OnTop(Exchange exchange, int top)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        var most = exchange.Givers.GroupBy(giver => giver).OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key).Take(top).Select(group => group.Key).ToHashSet();
        return On(exchange, most);
    }

    /// <summary>Without the members given by number.</summary>
    public static Dependence On(Exchange exchange, IReadOnlySet<int> members)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        var (today, without) = (new HashSet<int>(), new HashSet<int>());
        for (var answer = 0; answer < exchange.Answers.Count; answer++)
        {
            today.Add(exchange.Answered[answer]);
            if (!members.Contains(exchange.Givers[answer])) without.Add(exchange.Answered[answer]);
        }

        return new(new(today.Count, exchange.Questions.Count), new(without.Count, exchange.Questions.Count));
    }
}
