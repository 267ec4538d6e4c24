namespace CopBot.Storage.Sqlite.Claims;

/// <summary>
/// The first waiting row of each known conversation, and which of them may be worked on. Nothing here reads the
/// database, and nothing is kept of rows behind the first.
/// </summary>
internal sealed class Lanes
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly SortedSet<(long Row, string Lane)> _ready = new(ByRow.Instance);
    private readonly SortedSet<(long NotBefore, long Row, string Lane)> _later = new(ByTime.Instance);

    /// <summary>Whether a row may be taken that was ready when one was last taken.</summary>
    public bool HasReady => _ready.Count > 0;

    /// <summary>The conversation's first row is this one, unless another is known.</summary>
    public void Find(string lane, long row, long notBefore, long now)
    {
        if (_known.Add(lane)) Put(lane, row, notBefore, now);
    }

    /// <summary>The first row that may be worked on now; its conversation is taken by it.</summary>
    public (long Row, string Lane)? Take(long now)
    {
        while (_later.Count > 0 && _later.Min is var next && next.NotBefore <= now)
        {
            _later.Remove(next);
            _ready.Add((next.Row, next.Lane));
        }

        if (_ready.Count == 0) return null;
        var first = _ready.Min;
        _ready.Remove(first);
        return first;
    }

    /// <summary>The conversation is free, and this is its first row now; null if nothing of it waits.</summary>
    public void Free(string lane, (long Row, long NotBefore)? head, long now)
    {
        if (head is var (row, notBefore)) Put(lane, row, notBefore, now);
        else _known.Remove(lane);
    }

    private void Put(string lane, long row, long notBefore, long now)
    {
        if (notBefore <= now) _ready.Add((row, lane));
        else _later.Add((notBefore, row, lane));
    }

    private sealed class ByRow : IComparer<(long Row, string Lane)>
    {
        public static readonly ByRow Instance = new();

        public int Compare((long Row, string Lane) x, (long Row, string Lane) y) => x.Row.CompareTo(y.Row);
    }

    private sealed class ByTime : IComparer<(long NotBefore, long Row, string Lane)>
    {
        public static readonly ByTime Instance = new();

        public int Compare((long NotBefore, long Row, string Lane) x, (long NotBefore, long Row, string Lane) y) =>
            (x.NotBefore, x.Row).CompareTo((y.NotBefore, y.Row));
    }
}
