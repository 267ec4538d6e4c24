using System.CommandLine;
using System.Text.Json;
using CopBot.Benchmarks.Chaos;

namespace CopBot.Benchmarks.Pace;

/// <summary><c>latency</c>: from an event in to its card out, on both engines in turn.</summary>
internal static class LatencyCommand
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);

    public static Command Command
    {
        get
        {
            var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 5 };
            var seconds = new Option<int>("--seconds") { DefaultValueFactory = _ => 15 };
            var rate = new Option<int>("--rate") { DefaultValueFactory = _ => 100, Description = "Events in a second." };
            var command = new Command("latency", "Event in to card out.") { rounds, seconds, rate };
            command.SetAction((result, cancel) => RunAsync(
                result.GetValue(rounds), TimeSpan.FromSeconds(result.GetValue(seconds)), result.GetValue(rate), cancel));
            return command;
        }
    }

    private static async Task<int> RunAsync(int rounds, TimeSpan during, int rate, CancellationToken cancel)
    {
        await using var sqlite = await Cluster.StartAsync(hosts: 1, isPostgres: false, cancel);
        await using var postgres = await Cluster.StartAsync(hosts: 1, isPostgres: true, cancel);
        using var onSqlite = new Asking(sqlite, members: 200);
        using var onPostgres = new Asking(postgres, members: 200);
        await onSqlite.JoinAsync();
        await onPostgres.JoinAsync();
        await onSqlite.OpenLoopAsync(rate, WarmUp);
        await onPostgres.OpenLoopAsync(rate, WarmUp);
        var (one, other) = (new List<(double P50, double P99)>(), new List<(double P50, double P99)>());
        for (var round = 1; round <= rounds; round++)
        {
            one.Add(Figures((await onSqlite.OpenLoopAsync(rate, during)).CardMs));
            other.Add(Figures((await onPostgres.OpenLoopAsync(rate, during)).CardMs));
            Console.WriteLine(FormattableString.Invariant(
                $"{round} of {rounds}: SQLite p50 {one[^1].P50:F1} p99 {one[^1].P99:F1} ms, PostgreSQL p50 {other[^1].P50:F1} p99 {other[^1].P99:F1} ms"));
        }

        var ratios = one.Zip(other, (sq, pg) => pg.P99 / sq.P99).ToList();
        Console.WriteLine(JsonSerializer.Serialize(
            new
            {
                rate, sqlite = Medians(one), postgres = Medians(other), p99Ratio = Math.Round(Quantiles.Median(ratios), 2),
                p99RatioSpread = Quantiles.Spread(ratios),
            },
            JsonSerializerOptions.Web));
        return 0;
    }

    private static (double P50, double P99) Figures(IReadOnlyList<double> values) => (Quantiles.Of(values, 0.5), Quantiles.Of(values, 0.99));

    private static object Medians(IReadOnlyList<(double P50, double P99)> rounds) => new
    {
        p50Ms = Math.Round(Quantiles.Median(rounds.Select(round => round.P50)), 1),
        p99Ms = Math.Round(Quantiles.Median(rounds.Select(round => round.P99)), 1),
        p99Spread = Quantiles.Spread([.. rounds.Select(round => round.P99)], "F1"),
    };
}
