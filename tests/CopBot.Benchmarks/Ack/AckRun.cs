using CopBot.Benchmarks.Load;

namespace CopBot.Benchmarks.Ack;

/// <summary>
/// How fast a delivery is acknowledged: the bot, which has it on disk before it says so and works on it meanwhile,
/// beside a peer that stores nothing.
/// </summary>
internal sealed class AckRun(AckSide side, TimeSpan duration, bool allConcern)
{
    private const int Connections = 16;
    private const int OpenRate = 500;
    private const int OpenConnections = 64;

    /// <summary>Until both have compiled what they use: a runtime that compiles while it works needs some ten seconds.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Draining = TimeSpan.FromSeconds(10);

    /// <summary>More than each second can take, in requests.</summary>
    private const int FastestOurs = 45_000;
    private const int FastestPeers = 20_000;

    public async Task<AckRound> PlayAsync(CancellationToken cancel)
    {
        var (peers, openPeers, peerMemory) = await PeerAsync(cancel);
        var (openOurs, openAge) = await OpenLoopAsync(cancel);
        await using var community = await side.StartCommunityAsync(cancel);
        var load = community.Load(allConcern);
        load.Prepare(Prepared(FastestOurs));
        var generator = new LoadGenerator(community.Server.Address, load);
        await generator.RunAsync(WarmUp, Connections, cancel);
        var ours = await generator.RunAsync(duration, Connections, cancel);
        var memory = community.Server.MemoryMiB;
        var (_, age) = await Backlog.ReadAsync(community.Database, cancel);
        await community.Server.KillAsync();
        var lost = await Backlog.MissingAsync(community.Database, load.Durable, cancel);
        return new()
        {
            Ours = ours,
            Peers = peers,
            OpenOurs = openOurs,
            OpenPeers = openPeers,
            QueueAgeSeconds = age,
            OpenQueueAgeSeconds = openAge,
            DrainPerSecond = await DrainAsync(community, cancel),
            Lost = lost,
            MemoryMiB = memory,
            PeerMemoryMiB = peerMemory,
        };
    }

    private async Task<(LoadResult Closed, LoadResult Open, double Memory)> PeerAsync(CancellationToken cancel)
    {
        await using var server = await side.Peer.StartAsync(cancel);
        var load = side.PeerLoad(allConcern);
        load.Prepare(Prepared(FastestPeers));
        var generator = new LoadGenerator(server.Address, load);
        await generator.RunAsync(WarmUp, Connections, cancel);
        var closed = await generator.RunAsync(duration, Connections, cancel);
        var open = await generator.RunAtAsync(OpenRate, duration, OpenConnections, cancel);
        return (closed, open, server.MemoryMiB);
    }

    private async Task<(LoadResult Open, double QueueAge)> OpenLoopAsync(CancellationToken cancel)
    {
        await using var community = await side.StartCommunityAsync(cancel);
        var load = community.Load(allConcern);
        load.Prepare(Prepared(OpenRate));
        var generator = new LoadGenerator(community.Server.Address, load);
        await generator.RunAtAsync(OpenRate, WarmUp, OpenConnections, cancel);
        var open = await generator.RunAtAsync(OpenRate, duration, OpenConnections, cancel);
        return (open, (await Backlog.ReadAsync(community.Database, cancel)).Seconds);
    }

    private int Prepared(int perSecond) => (int)(perSecond * (duration + WarmUp).TotalSeconds);

    private static async Task<double> DrainAsync(AckCommunity community, CancellationToken cancel)
    {
        await community.ServeAsync(cancel);
        var (before, _) = await Backlog.ReadAsync(community.Database, cancel);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var left = before;
        while (left > 0 && clock.Elapsed < Draining)
        {
            await Task.Delay(200, cancel);
            (left, _) = await Backlog.ReadAsync(community.Database, cancel);
        }

        return (before - left) / clock.Elapsed.TotalSeconds;
    }
}
