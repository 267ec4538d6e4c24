namespace CopBot.Evaluation.Networks;

/// <summary>
/// How often a node lies on the shortest ways between others (Freeman 1977), by Brandes' algorithm (2001, Journal of
/// Mathematical Sociology 25:163), without weights.
/// </summary>
/// <param name="Values">Of each node, not normalised: pairs of others whose shortest ways lead over it.</param>
/// <param name="Sources">From how many nodes ways were followed; fewer than there are where it is an estimate.</param>
/// <param name="Errors">Standard error of each value; null where it is exact.</param>
public sealed record Betweenness(IReadOnlyList<double> Values, int Sources, IReadOnlyList<double>? Errors)
{
    /// <summary>Up to so many nodes with ties it is exact.</summary>
    public const int ExactUpTo = 5_000;

    /// <summary>So many sources are drawn above that (Brandes and Pich 2007).</summary>
    private const int Sample = 1_000;

    /// <summary>The values are sums in a fixed order, however many processors there are.</summary>
    private const int Parts = 8;

    /// <summary>Of ties whichever way: each pair of others counts once.</summary>
    public static Betweenness Of(Network network) => Of(network.Neighbours, 0.5);

    /// <summary>Of ties that lead one way: each ordered pair of others counts.</summary>
    public static Betweenness Of(Adjacency ties) => Of(ties, 1);

    private static Betweenness Of(Adjacency ties, double weight)
    {
        var leading = Enumerable.Range(0, ties.Nodes).Where(node => ties.DegreeOf(node) > 0).ToArray();
        var exact = leading.Length <= ExactUpTo;

        // Drawn with a fixed seed: the same network gives the same figures.
        if (!exact) new Random(20_070_101).Shuffle(leading);
        var sources = exact ? leading : leading[..Sample];
        var parts = Enumerable.Range(0, Parts).Select(part => new Dependencies(ties, squares: !exact)).ToArray();
        Parallel.For(0, Parts, part =>
        {
            for (var i = part; i < sources.Length; i += Parts) parts[part].Add(sources[i]);
        });
        var scale = exact ? 1 : (double)leading.Length / sources.Length;
        var sums = Enumerable.Range(0, ties.Nodes).Select(node => parts.Sum(part => part.Sums[node])).ToArray();
        var values = sums.Select(sum => sum * weight * scale).ToArray();
        if (exact) return new(values, sources.Length, null);
        var errors = sums.Select((sum, node) =>
        {
            var (n, squares) = ((double)sources.Length, parts.Sum(part => part.Squares[node]));
            var variance = (squares - (sum * sum / n)) / (n - 1);
            return weight * leading.Length * Math.Sqrt(Math.Max(0, variance) / n * (1 - (n / leading.Length)));
        }).ToArray();
        return new(values, sources.Length, errors);
    }

    /// <summary>What sources depend on each node for, summed over those followed so far.</summary>
    private sealed class Dependencies(Adjacency ties, bool squares)
    {
        private readonly int[] _distance = NewDistances(ties.Nodes);
        private readonly double[] _ways = new double[ties.Nodes];
        private readonly double[] _dependency = new double[ties.Nodes];
        private readonly int[] _order = new int[ties.Nodes];

        public double[] Sums { get; } = new double[ties.Nodes];

        public double[] Squares { get; } = new double[squares ? ties.Nodes : 0];

        public void Add(int source)
        {
            var (found, next) = (0, 0);
            _distance[source] = 0;
            _ways[source] = 1;
            _order[found++] = source;
            while (next < found)
            {
                var node = _order[next++];
                foreach (var neighbour in ties.Of(node))
                {
                    if (_distance[neighbour] < 0)
                    {
                        _distance[neighbour] = _distance[node] + 1;
                        _order[found++] = neighbour;
                    }

                    if (_distance[neighbour] == _distance[node] + 1) _ways[neighbour] += _ways[node];
                }
            }

            for (var place = found - 1; place >= 0; place--)
            {
                var node = _order[place];
                foreach (var neighbour in ties.Of(node))
                {
                    if (_distance[neighbour] != _distance[node] + 1) continue;
                    _dependency[node] += _ways[node] / _ways[neighbour] * (1 + _dependency[neighbour]);
                }

                if (node == source) continue;
                Sums[node] += _dependency[node];
                if (squares) Squares[node] += _dependency[node] * _dependency[node];
            }

            for (var place = 0; place < found; place++)
            {
                var node = _order[place];
                (_distance[node], _ways[node], _dependency[node]) = (-1, 0, 0);
            }
        }

        private static int[] NewDistances(int nodes)
        {
            var distances = new int[nodes];
            Array.Fill(distances, -1);
            return distances;
        }
    }
}
