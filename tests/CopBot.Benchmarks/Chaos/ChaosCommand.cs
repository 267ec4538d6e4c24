using System.CommandLine;
using System.Text.Json;

namespace CopBot.Benchmarks.Chaos;

/// <summary>
/// <c>chaos</c>: hosts are killed at random moments under load, the database server too; then what was acknowledged is
/// held against what is there.
/// </summary>
internal static class ChaosCommand
{
    public static Command Command
    {
        get
        {
            var events = new Option<int>("--events") { DefaultValueFactory = _ => 50_000, Description = "Per engine, at least." };
            var kills = new Option<int>("--kills") { DefaultValueFactory = _ => 100, Description = "Per engine, at least." };
            var crashes = new Option<int>("--crashes") { DefaultValueFactory = _ => 10, Description = "Of the PostgreSQL server." };
            var races = new Option<int>("--races") { DefaultValueFactory = _ => 1000 };
            var engine = new Option<string>("--engine") { DefaultValueFactory = _ => "both", Description = "sqlite, postgres or both." };
            engine.AcceptOnlyFromAmong("sqlite", "postgres", "both");
            var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1 };
            var command = new Command("chaos", "Kill hosts and the server under load.") { events, kills, crashes, races, engine, seed };
            command.SetAction((result, cancel) => RunAsync(
                new ChaosPlan(
                    result.GetValue(events), result.GetValue(kills), result.GetValue(crashes), result.GetValue(races), result.GetValue(seed)),
                result.GetRequiredValue(engine),
                cancel));
            return command;
        }
    }

    private static async Task<int> RunAsync(ChaosPlan plan, string engine, CancellationToken cancel)
    {
        var sqlite = engine is "sqlite" or "both" ? await OverAsync(hosts: 1, isPostgres: false, plan, cancel) : null;
        var postgres = engine is "postgres" or "both" ? await OverAsync(hosts: 3, isPostgres: true, plan, cancel) : null;
        var sum = (sqlite ?? ChaosFigures.Nothing) + (postgres ?? ChaosFigures.Nothing);
        Console.WriteLine(JsonSerializer.Serialize(
            new
            {
                sum.Acknowledged, sum.Lost, sum.EffectsDoubled, sum.PostsDoubled, sum.TeamsRepeats, sum.InFlight, sum.OutOfOrder,
                sum.RaceInconsistent, sum.Races, sum.Kills, sum.Crashes, sum.DeadLetters, sum.LogFaults, sqlite, postgres,
            },
            JsonSerializerOptions.Web));
        return sum is { Lost: 0, EffectsDoubled: 0, PostsDoubled: 0, OutOfOrder: 0, RaceInconsistent: 0, LogFaults: 0 }
            && sum.TeamsRepeats <= sum.InFlight ? 0 : 1;
    }

    private static async Task<ChaosFigures> OverAsync(int hosts, bool isPostgres, ChaosPlan plan, CancellationToken cancel)
    {
        await using var cluster = await Cluster.StartAsync(hosts, isPostgres, cancel);
        var figures = await new ChaosRun(cluster, plan).RunAsync(cancel);
        Console.WriteLine($"{(isPostgres ? "PostgreSQL" : "SQLite")}: {JsonSerializer.Serialize(figures, JsonSerializerOptions.Web)}");
        return figures;
    }
}

/// <summary>How much is to happen.</summary>
internal sealed record ChaosPlan(int Events, int Kills, int Crashes, int Races, int Seed);
