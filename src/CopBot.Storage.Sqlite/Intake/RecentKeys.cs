namespace CopBot.Storage.Sqlite.Intake;

/// <summary>
/// The keys of the latest arrivals on disk: platforms send again within minutes what they think was lost, and the other
/// form of one message (a mention) within the second. What is not remembered here is recognised in the inbox.
/// </summary>
internal sealed class RecentKeys
{
    /// <summary>So many are always remembered, and up to twice as many.</summary>
    public const int AtLeast = 25_000;

    // Tables without a node for each key: nothing for the collector to follow, at ten thousands of keys a second.
    private readonly Lock _gate = new();
    private HashSet<UInt128> _latest = new(AtLeast);
    private HashSet<UInt128> _before = new(AtLeast);

    public bool Contains(byte[] key)
    {
        var name = ShortOf(key);
        lock (_gate) return _latest.Contains(name) || _before.Contains(name);
    }

    public void Add(byte[] key)
    {
        var name = ShortOf(key);
        lock (_gate)
        {
            if (_latest.Count == AtLeast)
            {
                (_latest, _before) = (_before, _latest);
                _latest.Clear();
            }

            _latest.Add(name);
        }
    }

    /// <summary>Half of a SHA-256 is still as good as unique.</summary>
    private static UInt128 ShortOf(byte[] key) => BitConverter.ToUInt128(key);
}
