using System.CommandLine;
using System.Text.Json;

namespace CopBot.Benchmarks.Ack;

/// <summary><c>ack</c>: how fast deliveries are acknowledged, beside a peer that stores nothing.</summary>
internal static class AckCommand
{
    public static Command Command
    {
        get
        {
            var peer = new Option<DirectoryInfo>("--peer")
            {
                Description = "The folder of a Bolt app, app.mjs, that acknowledges and stores nothing.",
                Required = true,
            };
            var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 5 };
            var seconds = new Option<int>("--seconds") { DefaultValueFactory = _ => 10 };
            var all = new Option<bool>("--all-concern") { Description = "No talk among people: every event must be stored." };
            var command = new Command("ack", "Acknowledge signed events, durable first, beside Bolt.") { peer, rounds, seconds, all };
            command.SetAction((result, cancel) => RunAsync(
                result.GetRequiredValue(peer).FullName, result.GetValue(rounds), result.GetValue(seconds), result.GetValue(all), cancel));
            return command;
        }
    }

    private static async Task<int> RunAsync(string folder, int rounds, int seconds, bool all, CancellationToken cancel)
    {
        using var peer = await BoltPeer.PrepareAsync(folder, cancel);
        var run = new AckRun(peer, TimeSpan.FromSeconds(seconds), all);
        var played = new List<AckRound>();
        for (var round = 1; round <= rounds; round++)
        {
            played.Add(await run.PlayAsync(cancel));
            var last = played[^1];
            Console.WriteLine(
                $"{round} of {rounds}: {last.Ours.PerSecond:F0}/s beside {last.Peers.PerSecond:F0}/s, "
                + $"p99 {last.Ours.P99Ms:F1} ms beside {last.Peers.P99Ms:F1} ms, drained {last.DrainPerSecond:F0}/s, "
                + $"open loop p99 {last.OpenOurs.P99Ms:F1} ms beside {last.OpenPeers.P99Ms:F1} ms, "
                + $"oldest after it {last.OpenQueueAgeSeconds:F1} s, {last.MemoryMiB:F0} MiB beside {last.PeerMemoryMiB:F0} MiB");
        }

        var figures = AckFigures.Of(played);
        Console.WriteLine(JsonSerializer.Serialize(figures, JsonSerializerOptions.Web));
        return figures.Lost == 0 ? 0 : 1;
    }
}
