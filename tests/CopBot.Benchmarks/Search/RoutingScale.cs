using System.Diagnostics;
using CopBot.Domain;
using CopBot.Features.Routing;
using CopBot.Pipeline;
using CopBot.Pipeline.Knowing;
using CopBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CopBot.Benchmarks.Search;

/// <summary>
/// From a question to the ranking of those who may be asked, by the product’s own code on its own database: what its index
/// finds, what was said lately, who is there, who is asked too much.
/// </summary>
internal static class RoutingScale
{
    private const int WarmUp = 20;

    public static async Task<(List<double> Times, double IndexMiB)> MeasureAsync(
        SyntheticNotes source, int members, int answers, int questions, CancellationToken cancel)
    {
        await using var bot = await BotHost.StartAsync();
        var large = new LargeCommunity(bot, source, members, answers);
        var community = await large.FillAsync(cancel);
        Console.Error.WriteLine($"{members} members gave {answers} answers");
        var (times, finding) = (new List<double>(), new List<double>());
        var building = Stopwatch.GetTimestamp();
        await using (var all = await bot.Store.OpenAsync(cancel))
        {
            await bot.Services.GetRequiredService<KnowledgeIndexes>().KeepAsync(all, community, cancel);
        }

        Console.Error.WriteLine($"the index was built in {Stopwatch.GetElapsedTime(building).TotalSeconds:F0} s");
        for (var number = -WarmUp; number < questions; number++)
        {
            await using var db = await bot.Store.OpenAsync(cancel);
            var turn = TurnOf(bot, db, await db.Communities.SingleAsync(c => c.Id == community.Id, cancel));
            var question = large.Asked(community, number + WarmUp);
            var looked = Stopwatch.GetTimestamp();
            await turn.Knowing.ExpertsAsync(db, community, new(question.Text), question, cancel);
            finding.Add(Stopwatch.GetElapsedTime(looked).TotalMilliseconds);
            var begun = Stopwatch.GetTimestamp();
            var (ranked, _) = await Candidates.RankAsync(turn, question, cancel);
            await Candidates.LoadsAsync(turn, cancel);
            var took = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
            if (ranked.Count == 0) throw new InvalidOperationException($"Nobody is found for “{question.Text}”.");
            if (number >= 0) times.Add(took);
        }

        Console.Error.WriteLine($"of that the index: {finding.Order().ElementAt(finding.Count / 2):F1} ms");
        var index = new DirectoryInfo(Path.Combine(bot.Folder, "data", "index"));
        return (times, index.GetFiles("*", SearchOption.AllDirectories).Sum(file => file.Length) / 1048576.0);
    }

    /// <summary>A moment in which something is decided in that community.</summary>
    internal static Turn TurnOf(BotHost bot, Storage.CopBotDbContext db, Community community, DateTimeOffset? now = null) => new()
    {
        Db = db,
        Community = community,
        Now = now ?? new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero),
        SecurityNow = TimeProvider.System.GetUtcNow(),
        OccurredAt = TimeProvider.System.GetUtcNow(),
        Platforms = bot.Services.GetRequiredService<Platforms>(),
        Numbers = new(bot.Store),
        Knowing = bot.Services.GetRequiredService<KnowledgeIndexes>(),
        MeaningOf = _ => null,
    };
}
