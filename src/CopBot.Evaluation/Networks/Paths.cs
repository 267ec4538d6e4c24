namespace CopBot.Evaluation.Networks;

/// <summary>How far apart nodes are, in ties. Pairs that nothing joins are left out.</summary>
/// <param name="Average">Mean over all joined pairs; null without any.</param>
/// <param name="Diameter">The longest of the shortest ways; null without any.</param>
/// <param name="Sources">From how many nodes ways were followed; fewer than there are in large networks.</param>
public sealed record Paths(double? Average, int? Diameter, int Sources)
{
    private const int Sample = 1_000;

    /// <summary>Follows them from every node; in networks above 5,000 nodes from a thousand drawn ones.</summary>
    public static Paths Of(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var sources = Enumerable.Range(0, network.Nodes).Where(node => network.Neighbours.DegreeOf(node) > 0).ToArray();
        if (sources.Length > Betweenness.ExactUpTo)
        {
            new Random(20_070_101).Shuffle(sources);
            sources = sources[..Sample];
        }

        var (total, joined, longest) = (0L, 0L, 0);
        var (seen, open) = (new int[network.Nodes], new int[network.Nodes]);
        for (var round = 0; round < sources.Length; round++)
        {
            var (found, next, distance) = (1, 0, 0);
            open[0] = sources[round];
            seen[sources[round]] = round + 1;
            for (var end = 1; next < found; end = found, distance++)
            {
                total += (long)distance * (end - next);
                if (distance > longest) longest = distance;
                while (next < end)
                {
                    foreach (var neighbour in network.Neighbours.Of(open[next++]))
                    {
                        if (seen[neighbour] == round + 1) continue;
                        seen[neighbour] = round + 1;
                        open[found++] = neighbour;
                    }
                }
            }

            joined += found - 1;
        }

        return joined == 0 ? new(null, null, 0) : new((double)total / joined, longest, sources.Length);
    }
}
