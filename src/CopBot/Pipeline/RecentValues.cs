using System.Collections.Concurrent;

namespace CopBot.Pipeline;

/// <summary>Values that count for a while after they were read, and only so many of them.</summary>
/// <param name="fresh">For how long a value counts.</param>
/// <param name="most">So many are kept at most; when more come, the stale ones go, or all if none is stale.</param>
/// <param name="time">The clock.</param>
internal sealed class RecentValues<TKey, TValue>(TimeSpan fresh, int most, TimeProvider time)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, (TValue Value, long ReadAt)> _known = new();

    /// <summary>How many are kept, stale ones among them.</summary>
    public int Count => _known.Count;

    public bool TryGet(TKey key, out TValue? value)
    {
        var isKnown = _known.TryGetValue(key, out var known) && !IsStale(known.ReadAt);
        value = isKnown ? known.Value : default;
        return isKnown;
    }

    public void Set(TKey key, TValue value)
    {
        if (_known.Count >= most) MakeRoom();
        _known[key] = (value, time.GetTimestamp());
    }

    private void MakeRoom()
    {
        foreach (var (key, known) in _known)
        {
            if (IsStale(known.ReadAt)) _known.TryRemove(key, out _);
        }

        if (_known.Count >= most) _known.Clear();
    }

    private bool IsStale(long readAt) => time.GetElapsedTime(readAt) >= fresh;
}
