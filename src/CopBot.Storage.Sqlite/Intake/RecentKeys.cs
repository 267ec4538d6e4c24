using System.Collections.Concurrent;

namespace CopBot.Storage.Sqlite.Intake;

/// <summary>
/// The keys of the latest arrivals on disk: platforms send again within minutes what they think was lost, and the other
/// form of one message (a mention) within the second. What is not remembered here is recognised in the inbox.
/// </summary>
internal sealed class RecentKeys
{
    private const int Most = 50_000;
    private readonly ConcurrentDictionary<UInt128, byte> _known = new();
    private readonly ConcurrentQueue<UInt128> _order = new();

    public bool Contains(byte[] key) => _known.ContainsKey(ShortOf(key));

    public void Add(byte[] key)
    {
        var name = ShortOf(key);
        if (!_known.TryAdd(name, 0)) return;
        _order.Enqueue(name);
        while (_order.Count > Most && _order.TryDequeue(out var oldest)) _known.TryRemove(oldest, out _);
    }

    /// <summary>Half of a SHA-256 is still as good as unique.</summary>
    private static UInt128 ShortOf(byte[] key) => BitConverter.ToUInt128(key);
}
