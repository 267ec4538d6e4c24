namespace CopBot.Evaluation.Networks;

/// <summary>
/// The parts of a network that nothing ties to each other; somebody without ties is a part of its own.
/// </summary>
/// <param name="Sizes">The number of nodes of each, falling.</param>
public sealed record Components(IReadOnlyList<int> Sizes)
{
    /// <summary>The number of nodes of the largest.</summary>
    public int Giant => Sizes.Count == 0 ? 0 : Sizes[0];

    /// <summary>Finds them.</summary>
    public static Components Of(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var (seen, sizes, open) = (new bool[network.Nodes], new List<int>(), new Stack<int>());
        for (var node = 0; node < network.Nodes; node++)
        {
            if (seen[node]) continue;
            seen[node] = true;
            open.Push(node);
            var size = 0;
            while (open.TryPop(out var next))
            {
                size++;
                foreach (var neighbour in network.Neighbours.Of(next))
                {
                    if (seen[neighbour]) continue;
                    seen[neighbour] = true;
                    open.Push(neighbour);
                }
            }

            sizes.Add(size);
        }

        return new([.. sizes.OrderDescending()]);
    }
}
