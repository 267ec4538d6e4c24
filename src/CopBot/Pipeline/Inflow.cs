namespace CopBot.Pipeline;

/// <summary>How much came in within the latest tenths of a second.</summary>
internal sealed class Inflow
{
    /// <summary>So many in a tenth of a second are several times what can be worked off in it.</summary>
    private const int Flood = 200;
    private const int TenthMs = 100;
    private long _tenth;
    private int _count;
    private int _before;

    /// <summary>Whether more comes in than can be worked off, so that what waits gets longer anyway.</summary>
    public bool IsFlood => (Environment.TickCount64 / TenthMs - Volatile.Read(ref _tenth)) switch
    {
        0 => Volatile.Read(ref _before) >= Flood || Volatile.Read(ref _count) >= Flood,
        1 => Volatile.Read(ref _count) >= Flood,
        _ => false,
    };

    /// <summary>One more came in.</summary>
    public void Count()
    {
        var now = Environment.TickCount64 / TenthMs;
        var tenth = Volatile.Read(ref _tenth);
        if (tenth != now && Interlocked.CompareExchange(ref _tenth, now, tenth) == tenth)
        {
            var count = Interlocked.Exchange(ref _count, 0);
            Volatile.Write(ref _before, tenth == now - 1 ? count : 0);
        }

        Interlocked.Increment(ref _count);
    }
}
