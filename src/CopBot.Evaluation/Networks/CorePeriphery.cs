using System.Numerics;
using static System.Math;

namespace CopBot.Evaluation.Networks;

/// <summary>
/// How well a network is a core tied to everybody and a periphery without ties of its own: the correlation, over pairs,
/// between ties and <em>one of the two is in the core</em> (Borgatti and Everett 2000, Social Networks 21:375, the OR
/// pattern).
/// </summary>
/// <param name="Core">The nodes of the core that was found best, rising.</param>
/// <param name="Fit">1 is perfect.</param>
/// <param name="IsExact">
/// Whether all cores were tried (up to 20 nodes with ties); otherwise the best of many climbs.
/// </param>
public sealed record CorePeriphery(IReadOnlyList<int> Core, double Fit, bool IsExact)
{
    private const int TryAllUpTo = 20;
    private const int Climbs = 60;

    /// <summary>The fit of a given core; null where the network is empty or full, or the core all or nobody.</summary>
    public static double? FitOf(Network network, IReadOnlyCollection<int> core)
    {
        ArgumentNullException.ThrowIfNull(network);
        var inside = core.ToHashSet();
        var touched = network.Neighbours.Pairs()
            .Count(pair => pair.From < pair.To && (inside.Contains(pair.From) || inside.Contains(pair.To)));
        return Correlation(network, inside.Count, touched);
    }

    /// <summary>Finds the best core; of equals the smallest, of those the first.</summary>
    /// <returns>Null for an empty or full network.</returns>
    public static CorePeriphery? Of(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var tied = Enumerable.Range(0, network.Nodes).Where(node => network.Neighbours.DegreeOf(node) > 0).ToArray();
        if (tied.Length <= TryAllUpTo) return TryAll(network, tied);
        CorePeriphery? best = null;
        foreach (var core in Climbed(network, tied))
        {
            if (FitOf(network, core) is { } fit && IsBetter(core, fit, best)) best = new(core, fit, false);
        }

        return best;
    }

    private static bool IsBetter(IReadOnlyList<int> core, double fit, CorePeriphery? than)
    {
        if (than is null || Abs(fit - than.Fit) > 1e-12) return than is null || fit > than.Fit;
        if (core.Count != than.Core.Count) return core.Count < than.Core.Count;
        return core.Zip(than.Core, (a, b) => a.CompareTo(b)).FirstOrDefault(order => order != 0) < 0;
    }

    private static CorePeriphery? TryAll(Network network, int[] tied)
    {
        var numbers = tied.Select((node, place) => (node, place)).ToDictionary(one => one.node, one => one.place);
        var masks = tied.Select(node => network.Neighbours.Of(node).ToArray()
            .Aggregate(0u, (mask, neighbour) => mask | 1u << numbers[neighbour])).ToArray();
        CorePeriphery? best = null;
        for (var set = 1u; set < 1u << tied.Length; set++)
        {
            var untouched = 0;
            for (var place = 0; place < masks.Length; place++)
            {
                if ((set >> place & 1) == 0) untouched += BitOperations.PopCount(masks[place] & ~set);
            }

            var touched = network.Ties - (untouched / 2);
            if (Correlation(network, BitOperations.PopCount(set), touched) is not { } fit) continue;
            if (best is not null && fit < best.Fit - 1e-12) continue;
            IReadOnlyList<int> core = [.. tied.Where((_, place) => (set >> place & 1) == 1)];
            if (IsBetter(core, fit, best)) best = new(core, fit, true);
        }

        return best;
    }

    private static double? Correlation(Network network, int core, int touched)
    {
        var (n, m) = ((double)network.Nodes, (double)network.Ties);
        var (pairs, ideal) = (n * (n - 1) / 2, (core * (core - 1) / 2.0) + (core * (n - core)));
        var spread = m * (pairs - m) * ideal * (pairs - ideal);
        return spread <= 0 ? null : ((pairs * touched) - (m * ideal)) / Sqrt(spread);
    }

    /// <summary>The best of each climb: members go in and out of the core as long as the fit grows.</summary>
    private static IEnumerable<IReadOnlyList<int>> Climbed(Network network, int[] tied)
    {
        var random = new Random(21_375);
        yield return LipCore.Of(network).Core;
        for (var climb = 0; climb < Climbs; climb++)
        {
            var share = random.NextDouble() * 0.5;
            var inside = new bool[network.Nodes];
            foreach (var node in tied) inside[node] = random.NextDouble() < share;
            Climb(network, tied, inside);
            yield return [.. tied.Where(node => inside[node])];
        }
    }

    private static void Climb(Network network, int[] tied, bool[] inside)
    {
        var size = tied.Count(node => inside[node]);
        var touched = network.Neighbours.Pairs().Count(p => p.From < p.To && (inside[p.From] || inside[p.To]));
        var fit = Correlation(network, size, touched) ?? -1;
        for (var moved = true; moved;)
        {
            moved = false;
            foreach (var node in tied)
            {
                var alone = 0;
                foreach (var neighbour in network.Neighbours.Of(node)) alone += inside[neighbour] ? 0 : 1;
                var (newSize, newTouched) = inside[node] ? (size - 1, touched - alone) : (size + 1, touched + alone);
                if (Correlation(network, newSize, newTouched) is not { } better || better <= fit + 1e-13) continue;
                inside[node] = !inside[node];
                (size, touched, fit, moved) = (newSize, newTouched, better, true);
            }
        }
    }
}
