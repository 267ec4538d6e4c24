using CopBot.Evaluation.Networks;
using CopBot.Evaluation.Records;

namespace CopBot.Evaluation.GiveAndTake;

/// <summary>
/// How often each member helped each other one. Every answer to somebody else's question counts, and all that is given
/// is taken: the sums are equal. Answers to anonymous questions are contributions, but neither given nor taken here.
/// </summary>
public sealed class Giving
{
    private readonly int[] _times;

    private Giving(Adjacency ties, int[] times, int[] given, int[] taken, int[] contributions)
    {
        (Ties, _times) = (ties, times);
        (Given, Taken, Contributions) = (given, taken, contributions);
    }

    /// <summary>Who helped whom, each pair once.</summary>
    public Adjacency Ties { get; }

    /// <summary>How many answers each member gave to others.</summary>
    public IReadOnlyList<int> Given { get; }

    /// <summary>How many answers each member got from others.</summary>
    public IReadOnlyList<int> Taken { get; }

    /// <summary>Questions asked by name plus answers given to others.</summary>
    public IReadOnlyList<int> Contributions { get; }

    /// <summary>How often one helped another.</summary>
    public int Between(int giver, int taker) => Ties.PlaceOf(giver, taker) is >= 0 and var place ? _times[place] : 0;

    /// <summary>(give + 1) / (take + 1): above 1 for who gives more than they take.</summary>
    public double RatioOf(int member) => (Given[member] + 1.0) / (Taken[member] + 1.0);

    /// <summary>(give − take) / (give + take), between −1 and 1; null for who neither gave nor took.</summary>
    public double? BalanceOf(int member) => BalanceOf(Given[member], Taken[member]);

    internal static double? BalanceOf(double give, double take) =>
        give + take == 0 ? null : (give - take) / (give + take);

    /// <summary>Counts it.</summary>
    public static Giving Of(Exchange exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        var n = exchange.Members.Count;
        var (given, taken, contributions) = (new int[n], new int[n], new int[n]);
        var pairs = new List<(int, int)>(exchange.Answers.Count);
        foreach (var asker in exchange.Askers)
        {
            if (asker >= 0) contributions[asker]++;
        }

        for (var answer = 0; answer < exchange.Answers.Count; answer++)
        {
            var (giver, taker) = (exchange.Givers[answer], exchange.TakerOf(answer));
            contributions[giver]++;
            if (taker < 0) continue;
            given[giver]++;
            taken[taker]++;
            pairs.Add((giver, taker));
        }

        var ties = Adjacency.Of(n, pairs);
        var times = new int[ties.Count];
        foreach (var (giver, taker) in pairs) times[ties.PlaceOf(giver, taker)]++;
        return new(ties, times, given, taken, contributions);
    }
}
