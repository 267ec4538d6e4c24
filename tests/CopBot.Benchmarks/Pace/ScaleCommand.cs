using System.CommandLine;
using System.Text.Json;
using CopBot.Benchmarks.Chaos;

namespace CopBot.Benchmarks.Pace;

/// <summary>
/// <c>scale</c>: what three hosts get done on one PostgreSQL beside one host; and how long an acknowledgement takes with
/// a million stored questions beside a thousand.
/// </summary>
internal static class ScaleCommand
{
    private static readonly TimeSpan During = TimeSpan.FromSeconds(8);

    public static Command Command
    {
        get
        {
            var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 5 };
            var cards = new Option<int>("--cards") { DefaultValueFactory = _ => 1500, Description = "A round." };
            var many = new Option<int>("--questions") { DefaultValueFactory = _ => 1_000_000 };
            var engine = new Option<string>("--engine")
            {
                DefaultValueFactory = _ => "both", Description = "sqlite, postgres (with the hosts) or both.",
            };
            engine.AcceptOnlyFromAmong("sqlite", "postgres", "both");
            var command = new Command("scale", "Several hosts, and many questions.") { rounds, cards, many, engine };
            command.SetAction((result, cancel) => RunAsync(
                result.GetValue(rounds), result.GetValue(cards), result.GetValue(many), result.GetRequiredValue(engine), cancel));
            return command;
        }
    }

    private static async Task<int> RunAsync(int rounds, int cards, int many, string engine, CancellationToken cancel)
    {
        var hosts = engine is "postgres" or "both" ? await HostsAsync(rounds, cards, cancel) : null;
        var sqlite = engine is "sqlite" or "both" ? await QuestionsAsync(isPostgres: false, rounds, many, cancel) : null;
        var postgres = engine is "postgres" or "both" ? await QuestionsAsync(isPostgres: true, rounds, many, cancel) : null;
        Console.WriteLine(JsonSerializer.Serialize(
            new
            {
                hostsRatio = hosts?.Ratio.Median, hostsRatioSpread = hosts?.Ratio.Spread,
                cardsPerSecond = hosts is null ? null : new { one = hosts.One, three = hosts.Three },
                questions = many,
                ackP99Ratio = new[] { sqlite, postgres }.Max(ratios => ratios?.Median),
                sqlite = sqlite is null ? null : new { ackP99Ratio = sqlite.Median, spread = sqlite.Spread },
                postgres = postgres is null ? null : new { ackP99Ratio = postgres.Median, spread = postgres.Spread },
            },
            JsonSerializerOptions.Web));
        return 0;
    }

    private static async Task<HostRates> HostsAsync(int rounds, int cards, CancellationToken cancel)
    {
        await using var alone = await Cluster.StartAsync(hosts: 1, isPostgres: true, cancel);
        await using var three = await Cluster.StartAsync(hosts: 3, isPostgres: true, cancel);
        using var one = new Asking(alone, members: 96);
        using var all = new Asking(three, members: 96);
        await one.JoinAsync();
        await all.JoinAsync();
        await one.ClosedLoopAsync(cards, sideBySide: 32);
        await all.ClosedLoopAsync(cards, sideBySide: 32);
        var (ones, threes) = (new List<double>(), new List<double>());
        for (var round = 1; round <= rounds; round++)
        {
            ones.Add(await one.ClosedLoopAsync(cards, sideBySide: 32));
            threes.Add(await all.ClosedLoopAsync(cards, sideBySide: 32));
            Console.WriteLine(FormattableString.Invariant($"{round} of {rounds}: one host {ones[^1]:F0} cards a second, three {threes[^1]:F0}"));
        }

        return new(
            Math.Round(Quantiles.Median(ones)),
            Math.Round(Quantiles.Median(threes)),
            Ratios.Of([.. ones.Zip(threes, (single, triple) => triple / single)]));
    }

    private static async Task<Ratios> QuestionsAsync(bool isPostgres, int rounds, int many, CancellationToken cancel)
    {
        await using var small = await Cluster.StartAsync(hosts: 1, isPostgres, cancel);
        await using var large = await Cluster.StartAsync(hosts: 1, isPostgres, cancel);
        await small.FillAsync(1000, cancel);
        await large.FillAsync(many, cancel);
        using var few = new Asking(small, members: 200);
        using var lots = new Asking(large, members: 200);
        await few.JoinAsync();
        await lots.JoinAsync();
        await few.UntilReadAsync(cancel);
        await lots.UntilReadAsync(cancel);
        await few.OpenLoopAsync(50, During);
        await lots.OpenLoopAsync(50, During);
        var ratios = new List<double>();
        for (var round = 1; round <= rounds; round++)
        {
            var with = (Few: Quantiles.Of((await few.OpenLoopAsync(50, During)).AckMs, 0.99), Many: Quantiles.Of((await lots.OpenLoopAsync(50, During)).AckMs, 0.99));
            ratios.Add(with.Many / with.Few);
            Console.WriteLine(FormattableString.Invariant(
                $"{round} of {rounds}, {(isPostgres ? "PostgreSQL" : "SQLite")}: acknowledged with p99 {with.Few:F1} ms, with {many} questions {with.Many:F1} ms"));
        }

        return Ratios.Of(ratios);
    }
}

/// <summary>Cards a second.</summary>
internal sealed record HostRates(double One, double Three, Ratios Ratio);

/// <summary>Of rounds, side by side.</summary>
internal sealed record Ratios(double Median, string Spread)
{
    public static Ratios Of(List<double> ratios) => new(Math.Round(Quantiles.Median(ratios), 2), Quantiles.Spread(ratios));
}
