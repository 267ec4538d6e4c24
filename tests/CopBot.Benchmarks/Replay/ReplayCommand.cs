using System.CommandLine;
using System.Text.Json;

namespace CopBot.Benchmarks.Replay;

/// <summary><c>replay</c>: a real community's years, through both platforms, with the host killed on the way.</summary>
internal static class ReplayCommand
{
    public static Command Command
    {
        get
        {
            var data = new Option<DirectoryInfo>("--data")
            {
                Description = "A folder with questions.jsonl, answers.jsonl and votes.jsonl.",
                Required = true,
            };
            var kills = new Option<int>("--kills") { DefaultValueFactory = _ => 3 };
            var keep = new Option<bool>("--keep") { Description = "Leave the database, and say where it is." };
            var command = new Command("replay", "Replay a real community over the domain’s clock.") { data, kills, keep };
            command.SetAction((result, cancel) =>
                RunAsync(result.GetRequiredValue(data), result.GetValue(kills), result.GetValue(keep), cancel));
            return command;
        }
    }

    private static async Task<int> RunAsync(DirectoryInfo data, int kills, bool keep, CancellationToken cancel)
    {
        var history = History.Read(data.FullName);
        Console.WriteLine($"{history.Happenings.Count} happenings, {kills} kills.");
        await using var run = await ReplayRun.StartAsync(history, kills, keep, cancel);
        var figures = await run.PlayAsync(cancel);
        Console.WriteLine(JsonSerializer.Serialize(figures, JsonSerializerOptions.Web));
        return figures is { Lost: 0, Doubled: 0, LogHolds: true, Reconciled: true } ? 0 : 1;
    }
}
