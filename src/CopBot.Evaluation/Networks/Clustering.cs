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
        var (closed, pairs, sum, able) = (0L, 0L, 0.0, 0);
        var marks = new int[network.Nodes];
        for (var node = 0; node < network.Nodes; node++)
        {
            var neighbours = network.Neighbours.Of(node);
            if (neighbours.Length < 2) continue;
            foreach (var neighbour in neighbours) marks[neighbour] = node + 1;
            long met = 0;
            foreach (var neighbour in neighbours)
            {
                foreach (var next in network.Neighbours.Of(neighbour))
                {
                    if (next > neighbour && marks[next] == node + 1) met++;
                }
            }

            var possible = (long)neighbours.Length * (neighbours.Length - 1) / 2;
            closed += met;
            pairs += possible;
            sum += (double)met / possible;
            able++;
        }

        return new(
            pairs == 0 ? null : (double)closed / pairs,
            network.Nodes == 0 ? null : sum / network.Nodes,
            able == 0 ? null : sum / able);
    }
}
