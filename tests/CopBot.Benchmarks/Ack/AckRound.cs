using CopBot.Benchmarks.Load;

namespace CopBot.Benchmarks.Ack;

/// <summary>One round: the peer and the bot under the same loads, one after the other.</summary>
internal sealed record AckRound
{
    /// <summary>As fast as it goes.</summary>
    public required LoadResult Ours { get; init; }

    public required LoadResult Peers { get; init; }

    /// <summary>At a fixed rate.</summary>
    public required LoadResult OpenOurs { get; init; }

    public required LoadResult OpenPeers { get; init; }

    /// <summary>How long the oldest row had waited when the fast load ended.</summary>
    public required double QueueAgeSeconds { get; init; }

    /// <summary>The same when the load at a fixed rate ended.</summary>
    public required double OpenQueueAgeSeconds { get; init; }

    /// <summary>Rows worked off each second, after a kill and a new start.</summary>
    public required double DrainPerSecond { get; init; }

    /// <summary>Acknowledged, and not there after the kill.</summary>
    public required int Lost { get; init; }

    public required double MemoryMiB { get; init; }

    public required double PeerMemoryMiB { get; init; }
}
