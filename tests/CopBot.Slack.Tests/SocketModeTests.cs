using System.Text.Json.Nodes;
using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Hosting;
using CopBot.Testing.Node;

namespace CopBot.Slack.Tests;

/// <summary>A bot that nobody can call calls Slack, and is never without a line.</summary>
public sealed class SocketModeTests : IAsyncLifetime
{
    private const string Channel = "C0SOCKET";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private FakeSlack _slack = null!;
    private int _messages;

    public async ValueTask InitializeAsync() => _slack = await FakeSlack.StartAsync();

    public ValueTask DisposeAsync() => _slack.DisposeAsync();

    [Fact]
    public async Task what_comes_by_socket_is_what_comes_by_request()
    {
        await using var bot = await StartAsync();
        (await SayAsync("bind")).Attempts.ShouldBe(1);
        var (answer, _, _) = await _slack.SocketMode.SendAsync("slash_commands", Command("help"));
        answer!["response_type"]!.GetValue<string>().ShouldBe("ephemeral");
        await bot.SettleAsync();
        _slack.All().Count(message => message.User == FakeSlack.BotUser).ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task a_connection_by_socket_has_no_address()
    {
        await using var bot = await StartAsync();
        using var http = new HttpClient();
        foreach (var path in new[] { "slack/main/events", "slack/events", "slack/main/commands" })
        {
            using var answer = await http.PostAsync(new Uri(bot.Address, path), new StringContent("{}"));
            ((int)answer.StatusCode).ShouldBe(404);
        }
    }

    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    public async Task the_new_line_says_hello_before_the_old_one_goes(string reason)
    {
        await using var bot = await StartAsync();
        for (var time = 0; time < 3; time++)
        {
            var before = _slack.SocketMode.Openings;
            await _slack.SocketMode.DisconnectAsync(reason);
            await UntilAsync(() => _slack.SocketMode.Openings > before);
            (await SayAsync($"hello {time}")).Attempts.ShouldBe(1);
            await UntilAsync(() => _slack.SocketMode.Sockets == 1);
        }

        _slack.SocketMode.LongestGap.ShouldBe(TimeSpan.Zero);
        _slack.SocketMode.MostAtOnce.ShouldBe(2);
    }

    [Fact]
    public async Task where_the_app_has_eight_connections_an_overlap_waits_for_room()
    {
        await using var bot = await StartAsync();
        _slack.SocketMode.Others = 7;
        var before = _slack.SocketMode.Openings;
        await _slack.SocketMode.DisconnectAsync("warning");
        await UntilAsync(() => _slack.SocketMode.Openings >= before + 2);
        await SayAsync("hello").WaitAsync(Patience);
        _slack.SocketMode.Others = 6;
        var refused = _slack.SocketMode.Openings;
        await UntilAsync(() => _slack.SocketMode.Openings > refused && _slack.SocketMode.Sockets == 1);
        _slack.SocketMode.LongestGap.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task after_a_cut_line_there_is_another()
    {
        await using var bot = await StartAsync();
        _slack.SocketMode.CutAll();
        await SayAsync("still there?").WaitAsync(Patience);
    }

    [Fact]
    public async Task a_restarted_slack_finds_the_bot_again_and_a_refusal_is_no_end()
    {
        await using var bot = await StartAsync();
        _slack.TokenRefusal = "invalid_auth";
        _slack.SocketMode.CutAll();
        await Task.Delay(600);
        _slack.SocketMode.Sockets.ShouldBe(0);
        _slack.TokenRefusal = null;
        await SayAsync("there again?").WaitAsync(Patience);
    }

    [Fact]
    public async Task what_the_store_can_not_take_is_not_acknowledged_and_comes_again()
    {
        _slack.SocketMode.AcknowledgedWithin = TimeSpan.FromMilliseconds(300);
        var full = true;
        await using var bot = await StartAsync(new SometimesFull(() => full));
        var said = SayAsync("wait for me");
        await Task.Delay(700);
        said.IsCompleted.ShouldBeFalse();
        full = false;
        (await said).Attempts.ShouldBeGreaterThan(1);
        await bot.SettleAsync();
        (await bot.ReceivedAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task a_ninth_line_is_not_kept()
    {
        var bots = new List<BotHost>();
        try
        {
            for (var i = 0; i < 9; i++) bots.Add(await BotHost.StartAsync(_slack.SocketSettings()));
            await UntilAsync(() => _slack.SocketMode.Openings >= 9);
            await UntilAsync(() => _slack.SocketMode.Sockets == 8);
        }
        finally
        {
            foreach (var bot in bots) await bot.DisposeAsync();
        }
    }

    [Fact]
    public async Task slacks_own_client_takes_the_fake_for_slack()
    {
        var running = NodeProcess.RunAsync("socket-mode-proof.mjs", [$"{_slack.Address}api/", FakeSocketMode.AppToken]);
        await UntilAsync(() => _slack.SocketMode.Sockets == 1);
        (await SayAsync("hello")).Attempts.ShouldBe(1);
        (await _slack.SocketMode.SendAsync("slash_commands", Command("help"))).Payload!["text"]!.GetValue<string>().ShouldBe("working");
        await _slack.SocketMode.DisconnectAsync("warning");
        await UntilAsync(() => _slack.SocketMode.Openings == 2);
        await SayAsync("end");
        var (exit, output) = await running;
        output.ShouldContain("PASS");
        exit.ShouldBe(0);
    }

    private async Task<BotHost> StartAsync(SometimesFull? store = null)
    {
        var bot = await BotHost.StartAsync(_slack.SocketSettings(), adjust: host => store?.Wrap(host.Services));
        await UntilAsync(() => _slack.SocketMode.Sockets == 1);
        return bot;
    }

    private Task<(JsonNode? Payload, TimeSpan Took, int Attempts)> SayAsync(string words)
    {
        var ts = $"1700000000.{++_messages:D6}";
        return _slack.SocketMode.SendAsync("events_api", SlackEnvelopes.Event(SlackEnvelopes.Message(
            "app_mention", "U00000001", Channel, "channel", ts, $"<@{FakeSlack.BotUser}> {words}", null)));
    }

    private static JsonObject Command(string text) => new()
    {
        ["command"] = "/cop", ["text"] = text, ["user_id"] = "U00000001", ["channel_id"] = Channel, ["channel_name"] = "socket",
        ["team_id"] = FakeSlack.Team, ["trigger_id"] = $"{Guid.NewGuid():N}",
    };

    private static async Task UntilAsync(Func<bool> condition)
    {
        var deadline = TimeProvider.System.GetUtcNow() + Patience;
        while (!condition())
        {
            (TimeProvider.System.GetUtcNow() < deadline).ShouldBeTrue("it did not come about");
            await Task.Delay(10);
        }
    }
}
