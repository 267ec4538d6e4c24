using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CopBot.Chat;

namespace CopBot.Slack.WebApi;

/// <summary>
/// Slack's Web API: methods are posted, answers say <c>ok</c> or why not. Failures are outcomes; retrying is the
/// outbox's, which knows what may be sent twice.
/// </summary>
internal sealed class SlackWebApi(HttpClient http, string baseUrl, string token, SlackPace? pace)
{
    /// <summary>How long a request may take.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>Calls a method with arguments as a form, which every method takes.</summary>
    public Task<SlackAnswer> CallAsync(
        string method, IReadOnlyDictionary<string, string> arguments, CancellationToken cancel) =>
        SendAsync(method, arguments.GetValueOrDefault("channel"), new FormUrlEncodedContent(arguments), cancel);

    /// <summary>Calls a method with arguments as JSON, which the writing ones take.</summary>
    public Task<SlackAnswer> CallAsync(string method, JsonObject arguments, CancellationToken cancel) => SendAsync(
        method,
        arguments["channel"]?.GetValue<string>(),
        new StringContent(arguments.ToJsonString(), Encoding.UTF8, "application/json"),
        cancel);

    /// <summary>Puts a file where the API said, which needs no token.</summary>
    /// <returns>Whether it is there.</returns>
    public async Task<bool> UploadAsync(Uri address, byte[] file, CancellationToken cancel)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        timeout.CancelAfter(Timeout);
        try
        {
            using var content = new ByteArrayContent(file);
            using var response = await http.PostAsync(address, content, timeout.Token);
            return response.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException
            || (failure is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return false;
        }
    }

    private async Task<SlackAnswer> SendAsync(
        string method, string? channel, HttpContent content, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(baseUrl + method)) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (pace?.Wait(method, channel) is { } wait)
        {
            return SlackAnswer.Failed(new Delivery.RetryAfter(wait, "Slack’s published limit is reached.")
            {
                Held = true,
            });
        }

        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        timeout.CancelAfter(Timeout);
        try
        {
            using var response = await http.SendAsync(request, timeout.Token);
            return await ReadAsync(response, timeout.Token);
        }
        catch (Exception failure) when (RequestFailure.NeverLeft(failure))
        {
            return SlackAnswer.Failed(new Delivery.RetryAfter(null, failure.Message));
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or JsonException
            or OperationCanceledException)
        {
            return SlackAnswer.Failed(new Delivery.Unknown(failure.Message));
        }
    }

    private static async Task<SlackAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        var retryAfter = response.Headers.RetryAfter?.Delta;
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            return SlackAnswer.Failed(new Delivery.RetryAfter(Sane(retryAfter), "HTTP 429"));
        }

        if ((int)response.StatusCode >= 500)
        {
            return SlackAnswer.Failed(
                new Delivery.Unknown($"HTTP {(int)response.StatusCode}") { Answered = true, After = Sane(retryAfter) });
        }

        await using var stream = await response.Content.ReadAsStreamAsync(cancel);
        using var document = await JsonDocument.ParseAsync(stream, cancellationToken: cancel);
        var body = document.RootElement.Clone();
        return body.IsTrue("ok")
            ? SlackAnswer.Done(body)
            : SlackAnswer.Failed(SlackErrors.Of(body.Text("error") ?? "no reason", Sane(retryAfter)), body);
    }

    /// <summary>The header can be missing, or absurd: https://github.com/slackapi/node-slack-sdk/issues/1421.</summary>
    private static TimeSpan? Sane(TimeSpan? after) =>
        after is { } wait && wait > TimeSpan.Zero && wait <= TimeSpan.FromMinutes(10) ? wait : null;
}
