using CopBot.Chat;
using CopBot.Slack.WebApi;

namespace CopBot.Slack.SocketMode;

/// <summary>
/// Asks Slack for an address to connect to; each is good for once.
/// Source: https://docs.slack.dev/reference/methods/apps.connections.open
/// </summary>
internal sealed class SocketOpening(HttpClient http, SlackConnection connection)
{
    private readonly SlackWebApi _api = new(
        http, connection.Options.ApiBaseUrl, connection.Options.AppToken, pace: null);

    /// <exception cref="SocketRefusedException">Slack says no, or says nothing of use.</exception>
    public async Task<Uri> AskAsync(CancellationToken cancel)
    {
        var answer = await _api.CallAsync(
            "apps.connections.open", new Dictionary<string, string>(StringComparer.Ordinal), cancel);
        if (!answer.Ok)
        {
            throw new SocketRefusedException(
                answer.Error ?? $"{answer.Failure}", (answer.Failure as Delivery.RetryAfter)?.After);
        }

        // Never in clear text, but to a Slack on this machine.
        return Uri.TryCreate(answer.Body.Text("url"), UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeWss || (url.Scheme == Uri.UriSchemeWs && url.IsLoopback))
            ? url
            : throw new SocketRefusedException("the address is none", null);
    }
}

/// <summary>Slack lets nobody connect now.</summary>
#pragma warning disable CA1032 // It is thrown in one place, with what it needs.
internal sealed class SocketRefusedException(string why, TimeSpan? retryAfter) : Exception(why)
#pragma warning restore CA1032
{
    /// <summary>How long Slack asks to wait; null if it does not say.</summary>
    public TimeSpan? RetryAfter => retryAfter;
}
