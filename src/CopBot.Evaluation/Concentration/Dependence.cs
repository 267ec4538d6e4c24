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
        var given = new int[exchange.Members.Count];
        foreach (var giver in exchange.Givers) given[giver]++;
        var most = Enumerable.Range(0, given.Length).Where(member => given[member] > 0)
            .OrderByDescending(member => given[member]).Take(top).ToHashSet();
        return On(exchange, most);
    }

    /// <summary>Without the members given by number.</summary>
    public static Dependence On(Exchange exchange, IReadOnlySet<int> members)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        var (today, without) = (new bool[exchange.Questions.Count], new bool[exchange.Questions.Count]);
        for (var answer = 0; answer < exchange.Answers.Count; answer++)
        {
            today[exchange.Answered[answer]] = true;
            if (!members.Contains(exchange.Givers[answer])) without[exchange.Answered[answer]] = true;
        }

        return new(new(today.Count(yes => yes), today.Length), new(without.Count(yes => yes), without.Length));
    }
}
