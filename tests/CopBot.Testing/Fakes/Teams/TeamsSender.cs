using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace CopBot.Testing.Fakes.Teams;

/// <summary>Sends activities as the channel does, with a token.</summary>
public sealed class TeamsSender(FakeTeams teams) : IDisposable
{
    private readonly HttpClient _http = new();

    public Task<HttpResponseMessage> SendAsync(JsonObject activity, TokenFault fault = TokenFault.None) =>
        SendAsync(activity.ToJsonString(), FakeTeamsKeys.Token(teams.ServiceUrl, fault));

    public async Task<HttpResponseMessage> SendAsync(string body, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, teams.Bot);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await _http.SendAsync(request);
    }

    public void Dispose() => _http.Dispose();
}
