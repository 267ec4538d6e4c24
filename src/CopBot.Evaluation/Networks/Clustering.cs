namespace CopBot.Evaluation.Networks;

/// <summary>How often those tied to the same node are tied to each other.</summary>
/// <param name="Transitivity">Over all pairs of ties that meet; null without any.</param>
/// <param name="AverageWithZeros">Mean over nodes, those with fewer than two ties counting 0 (networkx).</param>
/// <param name="AverageWithoutThem">Mean over nodes with two ties or more (igraph); null without any.</param>
public sealed record Clustering(double? Transitivity, double? AverageWithZeros, double? AverageWithoutThem)
{
    /// <summary>Counts it.</summary>
    public static Clustering Of(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var (triangles, closed, pairs, sum, able) = (TrianglesOf(network), 0L, 0L, 0.0, 0);
        for (var node = 0; node < network.Nodes; node++)
        {
            long degree = network.Neighbours.DegreeOf(node);
            if (degree < 2) continue;
            var possible = degree * (degree - 1) / 2;
            closed += triangles[node];
            pairs += possible;
            sum += (double)triangles[node] / possible;
            able++;
        }

        return new(
            pairs == 0 ? null : (double)closed / pairs,
            network.Nodes == 0 ? null : sum / network.Nodes,
            able == 0 ? null : sum / able);
    }

    /// <summary>
    /// Those that each node is part of. Each is found once, from its node with the fewest ties (Schank and Wagner
    /// 2005).
    /// </summary>
    private static long[] TrianglesOf(Network network)
    {
        int[] names = [.. Enumerable.Range(0, network.Nodes).OrderBy(network.Neighbours.DegreeOf)];
        var ranks = new int[network.Nodes];
        for (var rank = 0; rank < names.Length; rank++) ranks[names[rank]] = rank;
        var upward = Adjacency.Of(network.Nodes, [.. network.Neighbours.Pairs()
            .Select(pair => (From: ranks[pair.From], To: ranks[pair.To])).Where(pair => pair.From < pair.To)]);
        var (triangles, marks) = (new long[network.Nodes], new int[network.Nodes]);
        for (var low = 0; low < network.Nodes; low++)
        {
            foreach (var middle in upward.Of(low)) marks[middle] = low + 1;
            foreach (var middle in upward.Of(low))
            {
                foreach (var high in upward.Of(middle))
                {
                    if (marks[high] != low + 1) continue;
                    triangles[names[low]]++;
                    triangles[names[middle]]++;
                    triangles[names[high]]++;
                }
            }
        }

        return triangles;
    }
}
