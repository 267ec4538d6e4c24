using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace CopBot.Testing.Stories;

/// <summary>The emulator's Web API, called as one of its users.</summary>
public sealed class EmulatedSlack(int port, string token) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = new Uri($"http://127.0.0.1:{port}/api/") };

    public async Task<JsonObject> CallAsync(string method, JsonObject? arguments = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(method, UriKind.Relative));
        request.Content = new StringContent((arguments ?? []).ToJsonString(), Encoding.UTF8, "application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var answer = await _http.SendAsync(request);
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();
        return body["ok"]!.GetValue<bool>() ? body : throw new InvalidOperationException($"{method}: {body["error"]}");
    }

    public void Dispose() => _http.Dispose();
}
