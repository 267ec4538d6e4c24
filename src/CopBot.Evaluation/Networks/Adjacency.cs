namespace CopBot.Evaluation.Networks;

/// <summary>
/// Who is tied to whom: for each node the others that it leads to, in rising order, laid one after the other.
/// No node is tied to itself, none twice to the same.
/// </summary>
public sealed class Adjacency
{
    private readonly int[] _starts;
    private readonly int[] _targets;

    private Adjacency(int[] starts, int[] targets) => (_starts, _targets) = (starts, targets);

    /// <summary>How many nodes there are; they are numbered from 0.</summary>
    public int Nodes => _starts.Length - 1;

    /// <summary>How many lead from one to another, over all.</summary>
    public int Count => _targets.Length;

    /// <summary>Where a node leads.</summary>
    public ReadOnlySpan<int> Of(int node) => _targets.AsSpan(_starts[node].._starts[node + 1]);

    /// <summary>To how many others a node leads.</summary>
    public int DegreeOf(int node) => _starts[node + 1] - _starts[node];

    /// <summary>Whether one leads to another.</summary>
    public bool Leads(int from, int to) => Of(from).BinarySearch(to) >= 0;

    /// <summary>Lays pairs out; those of a node with itself are dropped, doubles count once.</summary>
    public static Adjacency Of(int nodes, IEnumerable<(int From, int To)> pairs)
    {
        var all = pairs as IReadOnlyList<(int From, int To)> ?? [.. pairs];
        var places = new int[nodes + 1];
        foreach (var (from, to) in all)
        {
            if (from != to) places[from + 1]++;
        }

        for (var node = 0; node < nodes; node++) places[node + 1] += places[node];
        var (targets, next) = (new int[places[nodes]], places[..nodes]);
        foreach (var (from, to) in all)
        {
            if (from != to) targets[next[from]++] = to;
        }

        return Distinct(places, targets);
    }

    private static Adjacency Distinct(int[] places, int[] targets)
    {
        var (starts, kept) = (new int[places.Length], 0);
        for (var node = 0; node + 1 < places.Length; node++)
        {
            var own = targets.AsSpan(places[node]..places[node + 1]);
            own.Sort();
            var previous = -1;
            foreach (var target in own)
            {
                if (target == previous) continue;
                targets[kept++] = previous = target;
            }

            starts[node + 1] = kept;
        }

        return new(starts, targets[..kept]);
    }

    /// <summary>The same, led the other way.</summary>
    public Adjacency Reversed() => Of(Nodes, Pairs().Select(pair => (pair.To, pair.From)));

    /// <summary>Led both ways wherever it leads one way.</summary>
    public Adjacency BothWays()
    {
        var (both, place) = (new (int, int)[Count * 2], 0);
        foreach (var (from, to) in Pairs())
        {
            both[place++] = (from, to);
            both[place++] = (to, from);
        }

        return Of(Nodes, both);
    }

    /// <summary>Where a pair lies among all; negative if it does not exist.</summary>
    public int PlaceOf(int from, int to)
    {
        var place = Of(from).BinarySearch(to);
        return place < 0 ? -1 : _starts[from] + place;
    }

    /// <summary>All pairs, in order.</summary>
    public IEnumerable<(int From, int To)> Pairs()
    {
        for (var node = 0; node < Nodes; node++)
        {
            for (var place = _starts[node]; place < _starts[node + 1]; place++) yield return (node, _targets[place]);
        }
    }
}
