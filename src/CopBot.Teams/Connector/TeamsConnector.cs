using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CopBot.Chat;
using CopBot.Teams.Security;
using Microsoft.Identity.Client;

namespace CopBot.Teams.Connector;

/// <summary>
/// The Bot Connector's REST API. Failures are outcomes; retrying is the outbox's. Source:
/// https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
/// </summary>
internal sealed class TeamsConnector(HttpClient http, TeamsTokens tokens, TeamsPace? pace)
{
    /// <summary>How long a request may take.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    public Task<TeamsAnswer> PostAsync(
        Uri service, string conversation, JsonObject activity, CancellationToken cancel) => SendAsync(
        HttpMethod.Post,
        service,
        $"v3/conversations/{Escape(conversation)}/activities",
        activity,
        pace?.WaitToSend(conversation),
        cancel);

    public Task<TeamsAnswer> ReplaceAsync(
        Uri service, string conversation, string id, JsonObject activity, CancellationToken cancel) => SendAsync(
        HttpMethod.Put,
        service,
        $"v3/conversations/{Escape(conversation)}/activities/{Escape(id)}",
        activity,
        pace?.WaitToSend(conversation),
        cancel);

    public Task<TeamsAnswer> OpenConversationAsync(Uri service, JsonObject parameters, CancellationToken cancel) =>
        SendAsync(HttpMethod.Post, service, "v3/conversations", parameters, pace?.WaitToSend("new"), cancel);

    public Task<TeamsAnswer> MemberAsync(
        Uri service, string conversation, string member, CancellationToken cancel) => SendAsync(
        HttpMethod.Get,
        service,
        $"v3/conversations/{Escape(conversation)}/members/{Escape(member)}",
        null,
        pace?.WaitToRead(conversation),
        cancel);

    private static string Escape(string part) => Uri.EscapeDataString(part);

    private async Task<TeamsAnswer> SendAsync(
        HttpMethod method, Uri service, string path, JsonObject? body, TimeSpan? wait, CancellationToken cancel)
    {
        if (wait is not null)
        {
            return new(default, new Delivery.RetryAfter(wait, "Teams’ published limit is reached.") { Held = true });
        }

        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        timeout.CancelAfter(Timeout);
        using var request = new HttpRequestMessage(method, new Uri(service, path));
        try
        {
            if (await tokens.AcquireAsync(timeout.Token) is { } token)
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            }
        }
        catch (Exception failure) when (failure is MsalException or HttpRequestException or OperationCanceledException)
        {
            return new(default, new Delivery.RetryAfter(null, $"No token: {failure.GetType().Name}"));
        }

        if (body is not null) request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        try
        {
            using var response = await http.SendAsync(request, timeout.Token);
            return await ReadAsync(response, timeout.Token);
        }
        catch (Exception failure) when (RequestFailure.NeverLeft(failure))
        {
            return new(default, new Delivery.RetryAfter(null, failure.Message));
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
        {
            return new(default, new Delivery.Unknown(failure.Message));
        }
    }

    private static async Task<TeamsAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        var text = await response.Content.ReadAsStringAsync(cancel);
        var body = Parse(text);
        return response.IsSuccessStatusCode
            ? new(body, null)
            : new(body, FailureOf(response, body.Text("error", "code")));
    }

    /// <summary>An error can be HTML: then there is no body to speak of.</summary>
    private static JsonElement Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static Delivery FailureOf(HttpResponseMessage response, string? code)
    {
        var why = $"HTTP {(int)response.StatusCode} {code}".TrimEnd();
        return response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed =>
                new Delivery.RetryAfter(Sane(response.Headers.RetryAfter?.Delta), why),
            HttpStatusCode.Unauthorized => new Delivery.RetryAfter(TimeSpan.FromSeconds(5), why) { Held = true },
            HttpStatusCode.Forbidden when code == "BotDisabledByAdmin" =>
                new Delivery.RetryAfter(null, why) { Held = true },

            // Without a code it may be a proxy's.
            HttpStatusCode.Forbidden or HttpStatusCode.NotFound =>
                new Delivery.Gone(why) { OnlyMessage = code is null or "ActivityNotFoundInConversation" },
            >= HttpStatusCode.InternalServerError =>
                new Delivery.Unknown(why) { Answered = true, After = Sane(response.Headers.RetryAfter?.Delta) },
            _ => new Delivery.Refused(why),
        };
    }

    private static TimeSpan? Sane(TimeSpan? after) =>
        after is { } wait && wait > TimeSpan.Zero && wait <= TimeSpan.FromMinutes(10) ? wait : null;
}
