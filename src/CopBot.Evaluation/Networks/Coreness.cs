namespace CopBot.Evaluation.Networks;

/// <summary>
/// How deep each node lies: the largest k such that it belongs to a part in which everybody has at least k ties within
/// the part (Seidman 1983, Social Networks 5:269).
/// </summary>
/// <param name="Values">Of each node.</param>
public sealed record Coreness(IReadOnlyList<int> Values)
{
    /// <summary>The depth of the innermost core.</summary>
    public int Deepest => Values.Count == 0 ? 0 : Values.Max();

    /// <summary>The nodes of the innermost core, in rising order.</summary>
    public IReadOnlyList<int> Innermost
    {
        get
        {
            var deepest = Deepest;
            return [.. Enumerable.Range(0, Values.Count).Where(node => Values[node] == deepest)];
        }
    }

    /// <summary>Peels the network from outside in (Batagelj and Zaveršnik 2003).</summary>
    public static Coreness Of(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var (degrees, depth) = (network.Degrees.ToArray(), 0);
        var (values, done) = (new int[network.Nodes], new bool[network.Nodes]);
        var nodes = Enumerable.Range(0, network.Nodes).Select(node => (node, degrees[node]));
        var open = new PriorityQueue<int, int>(nodes);
        while (open.TryDequeue(out var node, out var degree))
        {
            // Queued again with fewer ties: the older entry is void.
            if (done[node] || degree != degrees[node]) continue;
            done[node] = true;
            depth = Math.Max(depth, degree);
            values[node] = depth;
            foreach (var neighbour in network.Neighbours.Of(node))
            {
                if (!done[neighbour]) open.Enqueue(neighbour, --degrees[neighbour]);
            }
        }

        return new(values);
    }
}
