using System.CommandLine;
using System.Text.Json;
using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Hosting;
using CopBot.Testing.Node;

namespace CopBot.Benchmarks.Sockets;

/// <summary><c>socket</c>: how long events wait while Slack ends one socket after the other, beside Slack's own client.</summary>
internal static class SocketCommand
{
    public static Command Command
    {
        get
        {
            var disconnects = new Option<int>("--disconnects") { DefaultValueFactory = _ => 100 };
            var peers = new Option<int>("--peer-disconnects") { DefaultValueFactory = _ => 10, Description = "It takes five seconds each." };
            var command = new Command("socket", "End sockets under load.") { disconnects, peers };
            command.SetAction((result, cancel) => RunAsync(result.GetValue(disconnects), result.GetValue(peers), cancel));
            return command;
        }
    }

    private static async Task<int> RunAsync(int disconnects, int peerDisconnects, CancellationToken cancel)
    {
        var ours = await OursAsync(disconnects, cancel);
        Console.WriteLine(ours);
        var peer = await PeersAsync(peerDisconnects, cancel);
        Console.WriteLine(JsonSerializer.Serialize(
            new
            {
                disconnects, ours.Events, ours.Lost, ours.LongestWaitMs, ours.LongestGapMs, ours.MostSockets, ours.SentAgain, peerDisconnects,
                peerEvents = peer.Events, peerLongestWaitMs = peer.LongestWaitMs, peerLongestGapMs = peer.LongestGapMs,
            },
            JsonSerializerOptions.Web));
        return ours is { Lost: 0, LongestWaitMs: <= 200 } ? 0 : 1;
    }

    private static async Task<SocketFigures> OursAsync(int disconnects, CancellationToken cancel)
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var bot = await BotHost.StartAsync(slack.SocketSettings());
        var run = new SocketRun(slack, disconnects);
        var figures = await run.PlayAsync(cancel);
        await bot.SettleAsync();
        return figures with { Lost = figures.Events - await bot.ReceivedAsync() };
    }

    private static async Task<SocketFigures> PeersAsync(int disconnects, CancellationToken cancel)
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var peer = NodeProcess.Start("socket-mode-peer.mjs", $"{slack.Address}api/", FakeSocketMode.AppToken);
        return await new SocketRun(slack, disconnects).PlayAsync(cancel);
    }
}
