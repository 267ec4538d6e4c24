using System.Net;
using CopBot.Chat;
using CopBot.Slack.WebApi;
using CopBot.Testing.Fakes;
using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Hosting;

namespace CopBot.Slack.Tests;

/// <summary>Who the bot is in a workspace is asked once for a token.</summary>
public sealed class WhoTheBotIs : IAsyncLifetime
{
    private const string Asking = "auth.test";
    private readonly string _folder = Directory.CreateTempSubdirectory("copbot-self-").FullName;
    private FakeSlack _slack = null!;

    public async ValueTask InitializeAsync() => _slack = await FakeSlack.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _slack.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task what_comes_in_after_a_restart_is_stored_although_slack_does_not_answer()
    {
        await using (var bot = await StartAsync()) (await SayAsync(bot, "1.1")).ShouldBe(HttpStatusCode.OK);
        _slack.Troubles.Choose = (method, _) => method == Asking ? TroubleKind.Silence : null;
        await using var later = await StartAsync();
        (await SayAsync(later, "1.2")).ShouldBe(HttpStatusCode.OK);
        while (await later.ReceivedAsync() < 2) await Task.Delay(20, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task a_new_token_is_asked_for_anew()
    {
        await using (var bot = await StartAsync()) (await SayAsync(bot)).ShouldBe(HttpStatusCode.OK);
        await using var later = await StartAsync(token: "xoxb-of-another-installation");
        (await SayAsync(later)).ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task many_who_come_while_slack_does_not_answer_wait_together()
    {
        _slack.Troubles.Choose = (method, _) => method == Asking ? TroubleKind.Silence : null;
        await using var bot = await StartAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => SayAsync(bot)));
        answers.ShouldAllBe(answer => answer == HttpStatusCode.ServiceUnavailable);
        _slack.Calls.Count(call => call == Asking).ShouldBeLessThan(5);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task a_memory_that_does_not_answer_holds_up_nobody_for_long(bool recalls)
    {
        using var http = new HttpClient();
        var api = new SlackWebApi(http, $"{_slack.Address}api/", FakeSlack.BotToken, pace: null);
        var self = new SlackSelf("slack/main", FakeSlack.BotToken, api, new SlowMemory(recalls));
        var bot = await self.FindAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(10));
        (bot?.UserId).ShouldBe(recalls ? FakeSlack.BotUser : null);
        (self.Failure is null).ShouldBe(recalls);
    }

    private static async Task<HttpStatusCode> SayAsync(BotHost bot, string ts = "1.1")
    {
        using var sender = new SlackSender(new Uri(bot.Address, "slack/main"));
        var said = SlackEnvelopes.Message("app_mention", "U00000001", "C1", "channel", ts, "<@U0COPBOT1> hello", null);
        using var answer = await sender.EventAsync(SlackEnvelopes.Event(said));
        return answer.StatusCode;
    }

    private Task<BotHost> StartAsync(string token = FakeSlack.BotToken)
    {
        var settings = _slack.Settings();
        settings["Slack:Connections:main:BotToken"] = token;
        return BotHost.StartAsync(settings, _folder);
    }

    /// <summary>It takes its time for ever.</summary>
    private sealed class SlowMemory(bool recalls) : IPlatformMemory
    {
        public async Task<string?> RecallAsync(string connection, string name, CancellationToken cancel)
        {
            if (!recalls) await Task.Delay(Timeout.Infinite, cancel);
            return null;
        }

        public Task RememberAsync(string connection, string name, string value, CancellationToken cancel) =>
            Task.Delay(Timeout.Infinite, cancel);
    }
}
