using System.Runtime.InteropServices;

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

    /// <summary>
    /// Above that sources are drawn (Brandes and Pich 2007): as many as follow so many ties in all, but never fewer
    /// than <see cref="LeastSample"/>.
    /// </summary>
    private const int Steps = 50_000_000;

    private const int LeastSample = 64;

    /// <summary>The values are sums in a fixed order, however many processors there are.</summary>
    private const int Parts = 8;

    /// <summary>Of ties whichever way: each pair of others counts once.</summary>
    public static Betweenness Of(Network network) => Of(network.Neighbours, 0.5);

    /// <summary>Of ties that lead one way: each ordered pair of others counts.</summary>
    public static Betweenness Of(Adjacency ties) => Of(ties, 1);

    private static Betweenness Of(Adjacency ties, double weight)
    {
        var (dense, names) = Dense(ties);
        var leading = Enumerable.Range(0, dense.Nodes).Where(node => dense.DegreeOf(node) > 0).ToArray();
        var exact = leading.Length <= ExactUpTo;

        // Drawn with a fixed seed: the same network gives the same figures.
        if (!exact) new Random(20_070_101).Shuffle(leading);
        var sources = exact ? leading : leading[..Math.Clamp(Steps / dense.Count, LeastSample, leading.Length)];
        var parts = new Dependencies[Parts];
        Parallel.For(0, Parts, part =>
        {
            var dependencies = parts[part] = new(dense, squares: !exact);
            for (var i = part; i < sources.Length; i += Parts) dependencies.Add(sources[i]);
        });
        var scale = exact ? 1 : (double)leading.Length / sources.Length;
        var (values, errors) = (new double[ties.Nodes], exact ? null : new double[ties.Nodes]);
        for (var node = 0; node < names.Length; node++)
        {
            var sum = parts.Sum(part => part.Sums[node]);
            values[names[node]] = sum * weight * scale;
            if (errors is null) continue;
            var (n, squares) = ((double)sources.Length, parts.Sum(part => part.Squares[node]));
            var variance = (squares - (sum * sum / n)) / (n - 1);
            errors[names[node]] =
                weight * leading.Length * Math.Sqrt(Math.Max(0, variance) / n * (1 - (n / leading.Length)));
        }

        return new(values, sources.Length, errors);
    }

    /// <summary>
    /// The nodes with ties alone, those with the most first: they are met again and again, and lie together.
    /// </summary>
    private static (Adjacency Dense, int[] Names) Dense(Adjacency ties)
    {
        var met = new int[ties.Nodes];
        foreach (var (from, to) in ties.Pairs())
        {
            met[from]++;
            met[to]++;
        }

        int[] names =
            [.. Enumerable.Range(0, ties.Nodes).Where(node => met[node] > 0).OrderByDescending(node => met[node])];
        var numbers = new int[ties.Nodes];
        for (var number = 0; number < names.Length; number++) numbers[names[number]] = number;
        return (Adjacency.Of(names.Length, [.. ties.Pairs().Select(pair => (numbers[pair.From], numbers[pair.To]))]),
            names);
    }

    /// <summary>What is known of a node while ways from one source are followed.</summary>
    [StructLayout(LayoutKind.Auto)]
    private struct Passage
    {
        public int Distance;
        public double Ways;
        public double Dependency;
    }

    /// <summary>What sources depend on each node for, summed over those followed so far.</summary>
    private sealed class Dependencies
    {
        private readonly Adjacency _ties;
        private readonly Passage[] _passages;
        private readonly int[] _order;

        public Dependencies(Adjacency ties, bool squares)
        {
            (_ties, _passages, _order) = (ties, new Passage[ties.Nodes], new int[ties.Nodes]);
            (Sums, Squares) = (new double[ties.Nodes], new double[squares ? ties.Nodes : 0]);
            Array.Fill(_passages, new Passage { Distance = -1 });
        }

        public double[] Sums { get; }

        public double[] Squares { get; }

        public void Add(int source)
        {
            var found = Follow(source);
            for (var place = found - 1; place >= 0; place--)
            {
                var node = _order[place];
                ref var here = ref _passages[node];
                var (next, sum) = (here.Distance + 1, 0.0);
                foreach (var neighbour in _ties.Of(node))
                {
                    ref var there = ref _passages[neighbour];
                    if (there.Distance == next) sum += (1 + there.Dependency) / there.Ways;
                }

                here.Dependency = sum * here.Ways;
                if (node == source) continue;
                Sums[node] += here.Dependency;
                if (Squares.Length > 0) Squares[node] += here.Dependency * here.Dependency;
            }

            for (var place = 0; place < found; place++) _passages[_order[place]] = new Passage { Distance = -1 };
        }

        /// <summary>Finds the distance of every node, and in how many shortest ways it is reached.</summary>
        private int Follow(int source)
        {
            var (found, next) = (0, 0);
            _passages[source] = new Passage { Ways = 1 };
            _order[found++] = source;
            while (next < found)
            {
                var node = _order[next++];
                var (distance, ways) = (_passages[node].Distance + 1, _passages[node].Ways);
                foreach (var neighbour in _ties.Of(node))
                {
                    ref var there = ref _passages[neighbour];
                    if (there.Distance < 0)
                    {
                        there.Distance = distance;
                        _order[found++] = neighbour;
                    }

                    if (there.Distance == distance) there.Ways += ways;
                }
            }

            return found;
        }
    }
}
