using System.Net;
using System.Text.Json.Nodes;
using CopBot.Testing.Fakes;
using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Hosting;

namespace CopBot.Slack.Tests;

/// <summary>What is not Slack's, or not fresh, or not readable, is refused and writes nothing.</summary>
public sealed class BadRequests : IAsyncLifetime
{
    private const string Form = "application/x-www-form-urlencoded";
    private FakeSlack _slack = null!;
    private BotHost _bot = null!;
    private SlackSender _sender = null!;

    public static TheoryData<string> Paths => ["events", "interactions", "commands"];

    public async ValueTask InitializeAsync()
    {
        _slack = await FakeSlack.StartAsync();
        _bot = await BotHost.StartAsync(_slack.Settings());
        _slack.Bot = new Uri(_bot.Address, "slack/main");
        _sender = new SlackSender(_slack.Bot);
    }

    public async ValueTask DisposeAsync()
    {
        _sender.Dispose();
        await _bot.DisposeAsync();
        await _slack.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task a_wrong_signature_is_refused(string path)
    {
        await RefusedAsync(_sender.SendAsync(path, Event(), "application/json", signature: "v0=" + new string('0', 64)), 401);
        await RefusedAsync(_sender.SendAsync(path, Event(), "application/json", signature: "v1=abc"), 401);
        await RefusedAsync(_sender.SendAsync(path, Event(), "application/json", signature: ""), 401);
        using var stranger = new SlackSender(_slack.Bot!, "another-secret");
        await RefusedAsync(stranger.SendAsync(path, Event(), "application/json"), 401);
    }

    [Theory]
    [InlineData(-330)]
    [InlineData(330)] // the time of the request itself must not bring it into the window
    [InlineData(3600)]
    [InlineData(-86_400)]
    public async Task a_stale_or_future_request_is_refused(int seconds)
    {
        var at = TimeProvider.System.GetUtcNow().AddSeconds(seconds);
        await RefusedAsync(_sender.SendAsync("events", Event(), "application/json", at), 401);
    }

    [Fact]
    public async Task an_unsigned_request_is_refused()
    {
        using var http = new HttpClient();
        using var content = new StringContent(Event());
        await RefusedAsync(http.PostAsync(new Uri($"{_slack.Bot}/events"), content), 401);
    }

    [Theory]
    [InlineData("events", "{")]
    [InlineData("events", "[]")]
    [InlineData("events", "\"text\"")]
    [InlineData("events", "")]
    [InlineData("interactions", "payload=%7B")]
    [InlineData("interactions", "nothing=here")]
    [InlineData("commands", "user_id=U1")]
    public async Task a_malformed_request_is_refused(string path, string body) =>
        await RefusedAsync(_sender.SendAsync(path, body, "application/x-www-form-urlencoded"), 400);

    [Fact]
    public async Task a_form_that_does_not_say_where_it_was_opened_is_taken_all_the_same()
    {
        const string payload = """{"type":"view_submission","team":{"id":"T0COPBOT1"},"user":{"id":"U1"},"view":{"id":"V1","callback_id":"ask","private_metadata":"{}","state":{"values":{"text":{"text":{"value":"How?"}}}}}}""";
        using var answer = await _sender.SendAsync("interactions", $"payload={Uri.EscapeDataString(payload)}", Form);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("\\u0000")]
    public async Task what_is_no_text_is_taken_without_it(string half)
    {
        var said = Event().Replace("hello", $"hello {half}", StringComparison.Ordinal);
        using var answer = await _sender.SendAsync("events", said, "application/json");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        await _bot.SettleAsync();
    }

    [Fact]
    public async Task an_oversized_request_is_refused() =>
        await RefusedAsync(_sender.SendAsync("events", new string(' ', 1_100_000), "application/json"), 413);

    [Fact]
    public async Task another_workspace_is_refused()
    {
        var envelope = JsonNode.Parse(Event())!.AsObject();
        envelope["team_id"] = "TOTHER";
        envelope["authorizations"]![0]!["team_id"] = "TOTHER";
        await RefusedAsync(_sender.EventAsync(envelope), 403);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task nothing_is_taken_while_slack_does_not_say_whose_the_bot_is(string path)
    {
        _slack.Troubles.Next("auth.test", TroubleKind.BadGateway);
        var (body, type) = path switch
        {
            "events" => (Event(), "application/json"),
            "commands" => ("command=%2Fcop&text=help&user_id=U00000001&team_id=TOTHER&channel_id=C1", Form),
            _ => ($"payload={Uri.EscapeDataString("""{"type":"block_actions","team":{"id":"TOTHER"}}""")}", Form),
        };
        await RefusedAsync(_sender.SendAsync(path, body, type), 503);
        if (path != "events") await RefusedAsync(_sender.SendAsync(path, body, type), 403);
    }

    [Fact]
    public async Task the_address_is_verified_as_slack_asks()
    {
        var answer = await _sender.EventAsync(new() { ["type"] = "url_verification", ["challenge"] = "abc" });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("\"abc\"");
    }

    [Fact]
    public async Task an_unknown_event_is_acknowledged_and_writes_nothing() => await RefusedAsync(
        _sender.EventAsync(SlackEnvelopes.Event(new() { ["type"] = "brand_new_event", ["user"] = 7 })), 200);

    [Fact]
    public async Task what_the_bot_itself_says_is_passed_over()
    {
        var own = SlackEnvelopes.Message("message", FakeSlack.BotUser, "C1", "channel", "1.1", "<@U0COPBOT1> loop", null);
        await RefusedAsync(_sender.EventAsync(SlackEnvelopes.Event(own)), 200);
        var byApp = SlackEnvelopes.Message("message", "U9", "C1", "channel", "1.2", "<@U0COPBOT1> loop", null);
        byApp["bot_id"] = FakeSlack.BotId;
        await RefusedAsync(_sender.EventAsync(SlackEnvelopes.Event(byApp)), 200);
        var byProfile = SlackEnvelopes.Message("message", "U9", "C1", "channel", "1.3", "<@U0COPBOT1> loop", null);
        byProfile["bot_profile"] = new JsonObject { ["app_id"] = FakeSlack.App };
        await RefusedAsync(_sender.EventAsync(SlackEnvelopes.Event(byProfile)), 200);
    }

    [Fact]
    public async Task a_connection_that_is_not_configured_is_not_there()
    {
        using var sender = new SlackSender(new Uri(_bot.Address, "slack/other"));
        await RefusedAsync(sender.SendAsync("events", Event(), "application/json"), 404);
    }

    private static string Event() => SlackEnvelopes.Event(
        SlackEnvelopes.Message("app_mention", "U00000001", "C1", "channel", "1.1", "<@U0COPBOT1> hello", null)).ToJsonString();

    private async Task RefusedAsync(Task<HttpResponseMessage> request, int status)
    {
        var answer = await request;
        ((int)answer.StatusCode).ShouldBe(status);
        (await _bot.ReceivedAsync()).ShouldBe(0);
    }
}
