using System.Net;
using CopBot.Pipeline;
using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CopBot.Host.Tests;

/// <summary>When the store can't take more, Slack's events come again later, and commands still find room.</summary>
public sealed class FullStore
{
    [Fact]
    public async Task events_are_refused_before_commands_and_what_was_let_in_is_stored()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var bot = await BotHost.StartAsync(
            slack.Settings(), adjust: host => host.Services.AddSingleton(new IntakeRoom(forAll: 5, kept: 2)));
        using var meters = new HeardMeters();
        slack.Bot = new Uri(bot.Address, "slack/main");
        using var sender = new SlackSender(slack.Bot);
        (await SayAsync(sender, "warm-up")).ShouldBe(HttpStatusCode.OK);
        var stuck = await bot.HoldUpAsync();

        var waiting = Enumerable.Range(0, 3).Select(i => SayAsync(sender, $"waits {i}")).ToList();
        await Task.Delay(500);
        (await SayAsync(sender, "one too many")).ShouldBe(HttpStatusCode.ServiceUnavailable);
        meters.Lines.ShouldContain("copbot.ack.duration connection=slack/main outcome=full");
        waiting.AddRange(Enumerable.Range(0, 2).Select(i => CommandAsync(sender, $"find {i}")));
        await Task.Delay(500);
        (await CommandAsync(sender, "find more")).ShouldBe(HttpStatusCode.ServiceUnavailable);
        waiting.ShouldAllBe(answer => !answer.IsCompleted);

        await stuck.DisposeAsync();
        (await Task.WhenAll(waiting)).ShouldAllBe(status => status == HttpStatusCode.OK);
        (await SayAsync(sender, "one too many")).ShouldBe(HttpStatusCode.OK);
        await bot.SettleAsync();
        await using var db = await bot.Store.OpenAsync(CancellationToken.None);
        (await db.Inbox.CountAsync()).ShouldBe(1 + 3 + 2 + 1);
    }

    private static async Task<HttpStatusCode> SayAsync(SlackSender sender, string words)
    {
        var ts = $"{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}.{Math.Abs(words.GetHashCode(StringComparison.Ordinal)) % 1_000_000:D6}";
        var message = SlackEnvelopes.Message(
            "app_mention", "U1", "C1", "channel", ts, $"<@{FakeSlack.BotUser}> {words}", thread: null);
        using var answer = await sender.EventAsync(SlackEnvelopes.Event(message, "C1"));
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> CommandAsync(SlackSender sender, string words)
    {
        using var answer = await sender.CommandAsync(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["command"] = "/copbot", ["text"] = words, ["user_id"] = "U1", ["channel_id"] = "C1", ["team_id"] = FakeSlack.Team,
            ["api_app_id"] = FakeSlack.App, ["trigger_id"] = $"{words}.1",
        });
        return answer.StatusCode;
    }
}
