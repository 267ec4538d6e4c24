using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace CopBot.Testing.Fakes.Slack;

/// <summary>Sends signed requests as Slack does. Signs by its own code, so that it can prove the bot's wrong.</summary>
public sealed class SlackSender(Uri bot, string secret = FakeSlack.Secret) : IDisposable
{
    private readonly HttpClient _http = new();

    public Task<HttpResponseMessage> EventAsync(JsonObject envelope) =>
        SendAsync("events", envelope.ToJsonString(), "application/json");

    public Task<HttpResponseMessage> InteractionAsync(JsonObject payload) => SendAsync(
        "interactions",
        $"payload={Uri.EscapeDataString(payload.ToJsonString())}",
        "application/x-www-form-urlencoded");

    public Task<HttpResponseMessage> CommandAsync(IReadOnlyDictionary<string, string> fields) => SendAsync(
        "commands",
        string.Join('&', fields.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}")),
        "application/x-www-form-urlencoded");

    public async Task<HttpResponseMessage> SendAsync(
        string path, string body, string type, DateTimeOffset? at = null, string? signature = null)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var seconds = (at ?? TimeProvider.System.GetUtcNow()).ToUnixTimeSeconds();
        var timestamp = seconds.ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{bot}/{path}"));
        request.Content = new ByteArrayContent(bytes);
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        request.Headers.Add("X-Slack-Request-Timestamp", timestamp);
        request.Headers.Add("X-Slack-Signature", signature ?? Sign(timestamp, bytes));
        return await _http.SendAsync(request);
    }

    public void Dispose() => _http.Dispose();

    private string Sign(string timestamp, byte[] body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"v0:{timestamp}:"), .. body];
        return "v0=" + Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed)).ToLowerInvariant();
    }
}
