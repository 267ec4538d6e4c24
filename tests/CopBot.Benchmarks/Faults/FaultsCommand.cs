using System.CommandLine;
using System.Text.Json;
using CopBot.Benchmarks.Chaos;
using CopBot.Benchmarks.Pace;
using CopBot.Pipeline;
using CopBot.Testing.Fakes;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Benchmarks.Faults;

/// <summary>
/// <c>faults</c>: half of the conversations meet every fault that a platform can have; every message must end delivered
/// or as a dead letter with its reason, and the other half must not notice.
/// </summary>
internal static class FaultsCommand
{
    private static readonly TroubleKind[] Kinds =
    [
        TroubleKind.TooMany, TroubleKind.TooManySilent, TroubleKind.ServerError, TroubleKind.BadGateway, TroubleKind.DoneButBadGateway,
        TroubleKind.Silence, TroubleKind.DoneButSilence, TroubleKind.Reset, TroubleKind.DoneButReset, TroubleKind.DoneButHalfClosed,
    ];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    public static Command Command
    {
        get
        {
            var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 5 };
            var rate = new Option<int>("--rate") { DefaultValueFactory = _ => 20, Description = "Messages in a second." };
            var seconds = new Option<int>("--seconds") { DefaultValueFactory = _ => 15, Description = "A round." };
            var postgres = new Option<bool>("--postgres") { Description = "Over PostgreSQL instead of SQLite." };
            var disk = new Option<DirectoryInfo>("--small-disk")
            {
                Description = "Instead, fill up the file system of this folder, such as a tmpfs of 64 MiB, and empty it again.",
            };
            var command = new Command("faults", "Let platforms fail.") { rounds, rate, seconds, postgres, disk };
            command.SetAction((result, cancel) => result.GetValue(disk) is { } small ? FillAsync(small.FullName, cancel) : RunAsync(
                result.GetValue(rounds), result.GetValue(rate), TimeSpan.FromSeconds(result.GetValue(seconds)), result.GetValue(postgres), cancel));
            return command;
        }
    }

    private static async Task<int> FillAsync(string folder, CancellationToken cancel)
    {
        await using var cluster = await Cluster.StartAsync(hosts: 1, isPostgres: false, cancel, parent: folder);
        var figures = await new FullDisk(cluster, folder).RunAsync(cancel);
        Console.WriteLine(JsonSerializer.Serialize(figures, JsonSerializerOptions.Web));
        return figures is { Lost: 0, Doubled: 0 } ? 0 : 1;
    }

    private static async Task<int> RunAsync(int rounds, int rate, TimeSpan during, bool postgres, CancellationToken cancel)
    {
        await using var cluster = await Cluster.StartAsync(hosts: 1, postgres, cancel);
        using var talk = new FaultyTalk(cluster, seed: 1);
        await talk.JoinAsync(cancel);
        await talk.SpeakAsync(rate, during, cancel);
        talk.Fail(Kinds);
        await talk.SpeakAsync(rate, during, cancel);
        talk.Fail([]);
        var ratios = new List<double>();
        for (var round = 1; round <= rounds; round++)
        {
            var without = await talk.SpeakAsync(rate, during, cancel);
            talk.Fail(Kinds);
            var with = await talk.SpeakAsync(rate, during, cancel);
            talk.Fail([]);
            ratios.Add(with / without);
            Console.WriteLine(FormattableString.Invariant(
                $"{round} of {rounds}: untouched conversations p99 {without:F1} ms, beside faulty ones {with:F1} ms"));
        }

        talk.Fail([TroubleKind.Forbidden, TroubleKind.NotFound, TroubleKind.Precondition]);
        await talk.SpeakAsync(rate, during, cancel);
        talk.Fail([]);
        await talk.SettleAsync(Patience, cancel);
        var store = await cluster.CloseAsync();
        await using var life = (IAsyncDisposable)store;
        await using var db = await store.OpenAsync(cancel);
        var dead = await db.Outbox.AsNoTracking().Where(row => row.State == RowState.Dead).ToListAsync(cancel);
        foreach (var why in dead.GroupBy(row => row.Error ?? "").Take(12)) Console.WriteLine($"dead {why.Count()}×: {why.Key}");
        var waiting = await db.Outbox.CountAsync(row => row.State == RowState.Pending, cancel);
        var (messages, delivered, doubled, teamsRepeats, lost) = talk.Count(
            [.. dead.Where(row => row.Error is { Length: > 0 }).Select(row => row.Lane)]);
        Console.WriteLine(JsonSerializer.Serialize(
            new
            {
                messages, delivered, deadLettered = dead.Count, lost, waiting, doubled, teamsRepeats,
                p99Ratio = Math.Round(Quantiles.Median(ratios), 2),
                p99RatioSpread = Quantiles.Spread(ratios),
            },
            JsonSerializerOptions.Web));
        return lost == 0 ? 0 : 1;
    }
}
