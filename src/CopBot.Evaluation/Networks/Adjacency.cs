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
        var keys = pairs.Where(pair => pair.From != pair.To)
            .Select(pair => ((long)pair.From * nodes) + pair.To).ToArray();
        Array.Sort(keys);
        var (starts, targets, previous) = (new int[nodes + 1], new List<int>(keys.Length), -1L);
        foreach (var key in keys)
        {
            if (key == previous) continue;
            previous = key;
            targets.Add((int)(key % nodes));
            starts[(key / nodes) + 1]++;
        }

        for (var node = 0; node < nodes; node++) starts[node + 1] += starts[node];
        return new(starts, [.. targets]);
    }

    /// <summary>The same, led the other way.</summary>
    public Adjacency Reversed() => Of(Nodes, Pairs().Select(pair => (pair.To, pair.From)));

    /// <summary>Led both ways wherever it leads one way.</summary>
    public Adjacency BothWays() => Of(Nodes, Pairs().SelectMany(pair => ((int, int)[])[pair, (pair.To, pair.From)]));

    /// <summary>All pairs, in order.</summary>
    public IEnumerable<(int From, int To)> Pairs()
    {
        for (var node = 0; node < Nodes; node++)
        {
            for (var place = _starts[node]; place < _starts[node + 1]; place++) yield return (node, _targets[place]);
        }
    }
}
