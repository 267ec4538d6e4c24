namespace CopBot.Evaluation.Networks;

/// <summary>
/// Whether ties cross the borders of groups, by distinct ties whichever way. Nodes of unknown group, and their ties,
/// are left out.
/// </summary>
/// <param name="External">Ties between groups.</param>
/// <param name="Internal">Ties within groups.</param>
/// <param name="PossibleExternal">Pairs of nodes of different groups.</param>
/// <param name="PossibleInternal">Pairs of nodes of the same group.</param>
public sealed record BoundaryCrossing(int External, int Internal, long PossibleExternal, long PossibleInternal)
{
    /// <summary>
    /// The E-I index (Krackhardt and Stern 1988, Social Psychology Quarterly 51:123): 1 if all ties cross, −1 if none
    /// does; null without ties.
    /// </summary>
    public double? Index => External + Internal == 0 ? null : (double)(External - Internal) / (External + Internal);

    /// <summary>What it would be if everybody were tied to everybody: what chance gives.</summary>
    public double? Expected => PossibleExternal + PossibleInternal == 0 ? null
        : (double)(PossibleExternal - PossibleInternal) / (PossibleExternal + PossibleInternal);

    /// <summary>Counts it.</summary>
    public static BoundaryCrossing Of(Network network, IReadOnlyList<string?> groups)
    {
        ArgumentNullException.ThrowIfNull(network);
        var (codes, sizes) = CodesOf(groups);
        var (external, within) = (0, 0);
        for (var node = 0; node < codes.Length; node++)
        {
            if (codes[node] < 0) continue;
            foreach (var neighbour in network.Neighbours.Of(node))
            {
                if (neighbour < node || codes[neighbour] < 0) continue;
                if (codes[node] == codes[neighbour]) within++;
                else external++;
            }
        }

        var (all, inside) = (sizes.Sum(), sizes.Sum(size => size * (size - 1) / 2));
        return new(external, within, (all * (all - 1) / 2) - inside, inside);
    }

    /// <summary>A number for each group, −1 for the unknown one, and how many nodes it has.</summary>
    private static (int[] Codes, IReadOnlyList<long> Sizes) CodesOf(IReadOnlyList<string?> groups)
    {
        var (codes, sizes, known) =
            (new int[groups.Count], new List<long>(), new Dictionary<string, int>(StringComparer.Ordinal));
        for (var node = 0; node < codes.Length; node++)
        {
            if (groups[node] is not { Length: > 0 } group)
            {
                codes[node] = -1;
                continue;
            }

            if (!known.TryGetValue(group, out codes[node]))
            {
                known[group] = codes[node] = sizes.Count;
                sizes.Add(0);
            }

            sizes[codes[node]]++;
        }

        return (codes, sizes);
    }

    /// <summary>
    /// How often ties fall at least as far from chance if groups are dealt anew among nodes (two-sided).
    /// </summary>
    /// <param name="network">Who is tied to whom.</param>
    /// <param name="groups">The group of each node.</param>
    /// <param name="deals">How often they are dealt; the p can't be below one by so many plus one.</param>
    public static double? PermutationP(Network network, IReadOnlyList<string?> groups, int deals = 999)
    {
        if (Of(network, groups).Index is not { } seen) return null;
        var (random, dealt) = (new Random(51_123), groups.ToArray());
        var indexes = new double[deals];
        for (var deal = 0; deal < deals; deal++)
        {
            random.Shuffle(dealt);
            indexes[deal] = Of(network, dealt).Index ?? 0;
        }

        var mean = indexes.Average();
        return (1.0 + indexes.Count(index => Math.Abs(index - mean) >= Math.Abs(seen - mean) - 1e-12)) / (deals + 1);
    }
}

/// <summary>How far ties keep to groups (Newman 2003, Physical Review E 67:026126).</summary>
/// <param name="Modularity">The share of ties within groups beyond what degrees alone would give.</param>
/// <param name="Assortativity">That, by the largest that it could be.</param>
public sealed record Mixing(double Modularity, double Assortativity)
{
    /// <summary>Of an undirected network; null without ties.</summary>
    public static Mixing? Of(Network network, IReadOnlyList<string?> groups)
    {
        ArgumentNullException.ThrowIfNull(network);
        if (network.Ties == 0) return null;
        double ends = network.Neighbours.Count;
        var within = network.Neighbours.Pairs().Count(pair => groups[pair.From] == groups[pair.To]) / ends;
        var chance = Enumerable.Range(0, network.Nodes).GroupBy(node => groups[node], StringComparer.Ordinal)
            .Sum(group => Math.Pow(group.Sum(network.Neighbours.DegreeOf) / ends, 2));
        return new(within - chance, (within - chance) / (1 - chance));
    }
}
