using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using CopBot.Testing.Worlds;

namespace CopBot.Benchmarks.Properties;

/// <summary><c>properties</c>: random conversations, each checked against the laws after every step.</summary>
internal static class PropertiesCommand
{
    public static Command Command
    {
        get
        {
            var conversations = new Option<int>("--conversations") { DefaultValueFactory = _ => 100_000 };
            var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1 };
            var command = new Command("properties", "Play random conversations, and check what must always hold.")
            {
                conversations, seed,
            };
            command.SetAction((result, cancel) =>
                RunAsync(result.GetValue(conversations), result.GetValue(seed), cancel));
            return command;
        }
    }

    private static async Task<int> RunAsync(int wanted, int firstSeed, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        var (had, steps, worlds, next) = (0, 0L, 0, firstSeed - 1);
        var faults = new List<string>();
        var gate = new Lock();
        await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(PlayAsync, cancel)));
        Console.WriteLine(JsonSerializer.Serialize(
            new { conversations = had, steps, worlds, broken = faults.Count, seconds = Math.Round(clock.Elapsed.TotalSeconds) },
            JsonSerializerOptions.Web));
        return faults.Count == 0 ? 0 : 1;

        async Task PlayAsync()
        {
            while (!cancel.IsCancellationRequested)
            {
                lock (gate)
                {
                    if (had >= wanted) return;
                }

                var (asked, taken, found) = await WorldRun.PlayAsync(Interlocked.Increment(ref next));
                lock (gate)
                {
                    (had, steps, worlds) = (had + asked, steps + taken, worlds + 1);
                    faults.AddRange(found);
                    foreach (var fault in found) Console.WriteLine(fault);
                    if (worlds % 50 == 0) Console.WriteLine($"{had} of {wanted} conversations, {clock.Elapsed:hh\\:mm\\:ss}");
                }
            }
        }
    }
}
