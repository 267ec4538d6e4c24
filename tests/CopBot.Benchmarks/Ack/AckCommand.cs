using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CopBot.Benchmarks.Ack;

/// <summary><c>ack</c>: how fast deliveries are acknowledged, beside a peer that stores nothing.</summary>
internal static class AckCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

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
            var command = new Command("ack", "Acknowledge signed events, durable first, beside Bolt and Microsoft’s SDK.") { peer, rounds, seconds, all };
            command.SetAction((result, cancel) => RunAsync(
                result.GetRequiredValue(peer).FullName, result.GetValue(rounds), result.GetValue(seconds), result.GetValue(all), cancel));
            return command;
        }
    }

    private static async Task<int> RunAsync(string folder, int rounds, int seconds, bool all, CancellationToken cancel)
    {
        await using var slack = await AckSide.SlackAsync(folder, cancel);
        await using var teams = await AckSide.TeamsAsync(cancel);
        var figures = await RunAsync(slack, rounds, seconds, all, cancel) with
        {
            Teams = await RunAsync(teams, rounds, seconds, all, cancel),
        };
        Console.WriteLine(JsonSerializer.Serialize(figures, Json));
        return figures.Lost + figures.Teams.Lost == 0 ? 0 : 1;
    }

    private static async Task<AckFigures> RunAsync(AckSide side, int rounds, int seconds, bool all, CancellationToken cancel)
    {
        var run = new AckRun(side, TimeSpan.FromSeconds(seconds), all);
        var played = new List<AckRound>();
        for (var round = 1; round <= rounds; round++)
        {
            played.Add(await run.PlayAsync(cancel));
            var last = played[^1];
            Console.WriteLine(
                $"{side.Platform}, {round} of {rounds}: {last.Ours.PerSecond:F0}/s beside {last.Peers.PerSecond:F0}/s, "
                + $"p99 {last.Ours.P99Ms:F1} ms beside {last.Peers.P99Ms:F1} ms, drained {last.DrainPerSecond:F0}/s, "
                + $"open loop p99 {last.OpenOurs.P99Ms:F1} ms beside {last.OpenPeers.P99Ms:F1} ms, "
                + $"oldest after it {last.OpenQueueAgeSeconds:F1} s, {last.MemoryMiB:F0} MiB beside {last.PeerMemoryMiB:F0} MiB");
        }

        return AckFigures.Of(played);
    }
}
