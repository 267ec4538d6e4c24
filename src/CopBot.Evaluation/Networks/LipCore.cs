namespace CopBot.Evaluation.Networks;

/// <summary>
/// The core of a network, found exactly (Lip 2011, arXiv 1102.5511): who has the most ties, so many of them that as few
/// ties as possible are missing among them and present among the others.
/// </summary>
/// <param name="Faults">Z(k) for k = 0 … n: missing within a core of k, plus present outside it.</param>
/// <param name="Best">The sizes with the fewest faults, rising.</param>
/// <param name="Core">
/// The nodes of the smallest best core; where the last of them has as many ties as the first outside, none of those who
/// tie belongs to it.
/// </param>
public sealed record LipCore(IReadOnlyList<long> Faults, IReadOnlyList<int> Best, IReadOnlyList<int> Core)
{
    /// <summary>Finds it.</summary>
    public static LipCore Of(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var byDegree = Enumerable.Range(0, network.Nodes).OrderByDescending(network.Neighbours.DegreeOf).ToArray();
        var faults = new long[network.Nodes + 1];
        faults[0] = network.Ties;
        for (var k = 1; k <= network.Nodes; k++)
        {
            faults[k] = faults[k - 1] + k - 1 - network.Neighbours.DegreeOf(byDegree[k - 1]);
        }

        var least = faults.Min();
        var best = Enumerable.Range(0, faults.Length).Where(k => faults[k] == least).ToList();
        var cut = best[0];
        IEnumerable<int> core = byDegree.Take(cut);
        if (cut > 0 && cut < network.Nodes)
        {
            var outside = network.Neighbours.DegreeOf(byDegree[cut]);
            core = core.Where(node => network.Neighbours.DegreeOf(node) > outside);
        }

        return new(faults, best, [.. core.Order()]);
    }
}
