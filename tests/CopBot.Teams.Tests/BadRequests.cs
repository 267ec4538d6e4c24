using System.Text.Json.Nodes;
using CopBot.Testing.Fakes.Teams;
using CopBot.Testing.Hosting;

namespace CopBot.Teams.Tests;

/// <summary>What the channel did not send, or sent for somebody else, is refused and writes nothing.</summary>
public sealed class BadRequests : IAsyncLifetime
{
    private FakeTeams _teams = null!;
    private BotHost _bot = null!;
    private TeamsSender _sender = null!;
    private FakeTeamsUser _user = null!;

    public async ValueTask InitializeAsync()
    {
        _teams = await FakeTeams.StartAsync();
        _bot = await BotHost.StartAsync(_teams.Settings());
        _teams.Bot = new Uri(_bot.Address, "api/messages/main");
        _sender = new TeamsSender(_teams);
        _user = _teams.AddUser("Kofi Mensah");
    }

    public async ValueTask DisposeAsync()
    {
        _sender.Dispose();
        await _bot.DisposeAsync();
        await _teams.DisposeAsync();
    }

    [Theory]
    [InlineData(TokenFault.Expired, 401)]
    [InlineData(TokenFault.NotYet, 401)]
    [InlineData(TokenFault.WrongIssuer, 401)]
    [InlineData(TokenFault.WrongAudience, 401)]
    [InlineData(TokenFault.StrangerKey, 401)]
    [InlineData(TokenFault.ForgedKeyId, 401)]
    [InlineData(TokenFault.NotSigned, 401)]
    [InlineData(TokenFault.NoServiceUrl, 403)]
    [InlineData(TokenFault.OtherServiceUrl, 403)]
    [InlineData(TokenFault.Unendorsed, 403)]
    [InlineData(TokenFault.EndorsedElsewhere, 403)]
    public async Task a_token_with_a_fault_is_refused(TokenFault fault, int status) =>
        await RefusedAsync(_sender.SendAsync(Message(), fault), status);

    [Fact]
    public async Task no_token_is_refused()
    {
        await RefusedAsync(_sender.SendAsync(Message().ToJsonString(), token: null), 401);
        await RefusedAsync(_sender.SendAsync(Message().ToJsonString(), "not.a.token"), 401);
    }

    [Fact]
    public async Task another_tenant_is_refused()
    {
        var activity = Message();
        activity["channelData"]!["tenant"]!["id"] = Guid.NewGuid().ToString();
        await RefusedAsync(_sender.SendAsync(activity), 403);
    }

    [Fact]
    public async Task a_service_on_a_host_that_is_not_allowed_is_refused()
    {
        var activity = Message();
        activity["serviceUrl"] = "https://evil.example/";
        var token = FakeTeamsKeys.Token("https://evil.example/");
        await RefusedAsync(_sender.SendAsync(activity.ToJsonString(), token), 403);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("")]
    public async Task a_malformed_activity_is_refused(string body) =>
        await RefusedAsync(_sender.SendAsync(body, FakeTeamsKeys.Token(_teams.ServiceUrl)), 400);

    [Fact]
    public async Task bytes_that_are_no_text_are_refused()
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", FakeTeamsKeys.Token(_teams.ServiceUrl));
        var body = System.Text.Encoding.UTF8.GetBytes(Message().ToJsonString());
        body[Array.IndexOf(body, (byte)'h')] = 0xFF;
        await RefusedAsync(http.PostAsync(_teams.Bot, new ByteArrayContent(body)), 400);
    }

    [Fact]
    public async Task an_oversized_activity_is_refused() => await RefusedAsync(
        _sender.SendAsync(new string(' ', 1_100_000), FakeTeamsKeys.Token(_teams.ServiceUrl)), 413);

    [Fact]
    public async Task an_unknown_activity_is_acknowledged_and_writes_nothing()
    {
        var activity = Message();
        activity["type"] = "brandNew";
        await RefusedAsync(_sender.SendAsync(activity), 200);
    }

    [Fact]
    public async Task another_bots_message_is_passed_over()
    {
        var activity = Message();
        activity["from"]!["id"] = "28:another";
        await RefusedAsync(_sender.SendAsync(activity), 200);
    }

    private JsonObject Message() => TeamsEnvelopes.Message(
        _teams, _user, $"{FakeTeams.Channel};messageid=1700000000001", "1700000000001", "hello", mention: true);

    private async Task RefusedAsync(Task<HttpResponseMessage> request, int status)
    {
        var answer = await request;
        ((int)answer.StatusCode).ShouldBe(status);
        (await _bot.ReceivedAsync()).ShouldBe(0);
    }
}
