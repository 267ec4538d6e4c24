namespace CopBot.Evaluation.Networks;

/// <summary>
/// How far everything hangs on one node: 1 for a star, 0 where all are alike (Freeman 1979, Social Networks 1:215).
/// Null with too few nodes for a star.
/// </summary>
public static class Centralisation
{
    /// <summary>By the number of ties, whichever way.</summary>
    public static double? OfDegree(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        double n = network.Nodes;
        return n < 3 ? null : Spread(network.Degrees.Select(degree => (double)degree)) / ((n - 1) * (n - 2));
    }

    /// <summary>By the number of ties that lead out; reversed, that lead in.</summary>
    public static double? OfOutDegree(Adjacency ties)
    {
        ArgumentNullException.ThrowIfNull(ties);
        double n = ties.Nodes;
        return n < 2 ? null
            : Spread(Enumerable.Range(0, ties.Nodes).Select(node => (double)ties.DegreeOf(node))) / ((n - 1) * (n - 1));
    }

    /// <summary>By betweenness in an undirected network.</summary>
    public static double? OfBetweenness(IReadOnlyList<double> betweenness)
    {
        ArgumentNullException.ThrowIfNull(betweenness);
        double n = betweenness.Count;
        return n < 3 ? null : Spread(betweenness) / ((n - 1) * (n - 1) * (n - 2) / 2);
    }

    private static double Spread(IEnumerable<double> values)
    {
        var all = values.ToArray();
        var most = all.Max();
        return all.Sum(value => most - value);
    }
}
