using System.Net;
using CopBot.Testing.Fakes.Teams;
using CopBot.Testing.Hosting;

namespace CopBot.Teams.Tests;

/// <summary>A test client on this very machine comes in without a token; nobody else does.</summary>
public sealed class LocalClient : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private FakeTeams _client = null!;
    private BotHost _bot = null!;
    private FakeTeamsUser _user = null!;

    public async ValueTask InitializeAsync()
    {
        _client = await FakeTeams.StartAsync();
        _client.IsLocalClient = true;
        _user = _client.AddUser("Alex Wilber");
        _bot = await BotHost.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _bot.DisposeAsync();
        await _client.DisposeAsync();
    }

    [Fact]
    public async Task it_says_something_and_is_answered()
    {
        (await SayAsync(_client.ServiceUrl)).ShouldBe(HttpStatusCode.OK);
        await _bot.SettleAsync();
        _client.Read(FakeTeams.DirectOf(_user.Id)).ShouldContain(a => TeamsWords.Of(a.Body).Contains("What you can say to me"));
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("Host", "bot.example.org")]
    [InlineData("Origin", "https://evil.example")]
    public async Task from_elsewhere_there_is_nothing_here(string header, string value) =>
        (await SayAsync(_client.ServiceUrl, header, value)).ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task its_answers_go_to_this_machine_only() =>
        (await SayAsync("https://evil.example/")).ShouldBe(HttpStatusCode.Forbidden);

    private async Task<HttpStatusCode> SayAsync(string serviceUrl, string? header = null, string? value = null)
    {
        var activity = TeamsEnvelopes.Message(_client, _user, FakeTeams.DirectOf(_user.Id), "1", "help", mention: false);
        activity["serviceUrl"] = serviceUrl;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_bot.Address, "api/messages"));
        request.Content = new StringContent(activity.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        if (header is not null) request.Headers.TryAddWithoutValidation(header, value);
        return (await _http.SendAsync(request)).StatusCode;
    }
}
