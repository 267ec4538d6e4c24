namespace CopBot.Evaluation.Networks;

/// <summary>Who is tied to whom, whichever way: an undirected network without loops and doubles.</summary>
/// <param name="Neighbours">Each tie in both directions.</param>
public sealed record Network(Adjacency Neighbours)
{
    /// <summary>How many nodes.</summary>
    public int Nodes => Neighbours.Nodes;

    /// <summary>How many ties.</summary>
    public int Ties => Neighbours.Count / 2;

    /// <summary>The share of possible ties that exist; null with fewer than two nodes.</summary>
    public double? Density => Nodes < 2 ? null : Neighbours.Count / ((double)Nodes * (Nodes - 1));

    /// <summary>The number of ties of each node.</summary>
    public IReadOnlyList<int> Degrees => [.. Enumerable.Range(0, Nodes).Select(Neighbours.DegreeOf)];

    /// <summary>Of ties in any direction.</summary>
    public static Network Of(int nodes, IEnumerable<(int, int)> ties) => new(Adjacency.Of(nodes, ties).BothWays());
}
