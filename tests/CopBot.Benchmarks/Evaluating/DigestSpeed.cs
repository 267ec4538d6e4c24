using System.Diagnostics;
using CopBot.Benchmarks.Search;
using CopBot.Features.Digests;
using CopBot.Pipeline;
using CopBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Benchmarks.Evaluating;

/// <summary>How long the digest of one week takes in a large community, by the product's own code and database.</summary>
internal static class DigestSpeed
{
    /// <returns>Seconds; the median of five weeks.</returns>
    public static async Task<double> MeasureAsync(int members, int answers, CancellationToken cancel)
    {
        await using var bot = await BotHost.StartAsync();
        var large = new LargeCommunity(bot, new(), members, answers);
        var community = await large.FillAsync(cancel);
        Console.WriteLine($"{members} members gave {answers} answers");
        var seconds = new List<double>();
        for (var week = 1; week <= 5; week++)
        {
            await using var db = await bot.Store.OpenAsync(cancel);
            var to = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(week * 7 * 20);
            var turn = RoutingScale.TurnOf(bot, db, await db.Communities.SingleAsync(c => c.Id == community.Id, cancel), to);
            var digest = new CopBot.Domain.Digest { Id = Guid.Empty, CommunityId = community.Id, From = to.AddDays(-7), To = to };
            var watch = Stopwatch.StartNew();
            var card = await DigestCard.WriteAsync(turn, digest, Language.English, cancel);
            seconds.Add(watch.Elapsed.TotalSeconds);
            Console.WriteLine($"digest {seconds[^1]:F3} s, {card.Blocks.Count} blocks");
        }

        return seconds.Order().ElementAt(seconds.Count / 2);
    }
}
