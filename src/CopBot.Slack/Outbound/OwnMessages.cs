using System.Globalization;
using System.Text.Json;
using CopBot.Chat;
using CopBot.Slack.WebApi;

namespace CopBot.Slack.Outbound;

/// <summary>
/// Finds a message of the bot again, by the id of the effect in its metadata. Sources:
/// https://docs.slack.dev/reference/methods/conversations.history,
/// https://docs.slack.dev/reference/methods/conversations.replies
/// </summary>
internal sealed class OwnMessages(SlackWebApi api)
{
    /// <summary>The type of the metadata.</summary>
    public const string MetadataType = "copbot_effect";

    /// <summary>
    /// Between clocks that are further apart, no request of Slack’s is taken in. It is also more than a request can lie
    /// about on its way after this host gave it up.
    /// </summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>So many pages of a very busy conversation are looked through at once, each of 200 messages.</summary>
    private const int MostPages = 20;

    /// <param name="id">Of the effect.</param>
    /// <param name="channel">Where it would be.</param>
    /// <param name="thread">The thread there, if it was a reply.</param>
    /// <param name="since">When it was sent, by this host’s clock.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Its <c>ts</c>, null if it is not there; or why that can’t be told.</returns>
    public async Task<(string? Ts, Delivery? Failure)> FindAsync(
        Guid id, string channel, string? thread, DateTimeOffset since, CancellationToken cancel)
    {
        var method = thread is null ? "conversations.history" : "conversations.replies";
        var (oldest, latest) = (since - Skew, since + SlackWebApi.Timeout + Skew);
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["channel"] = channel,
            ["limit"] = "200",
            ["oldest"] = Seconds(oldest),
            ["latest"] = Seconds(latest),
            ["include_all_metadata"] = "true",
        };
        if (thread is not null) arguments["ts"] = thread;
        var sought = $"{id:N}";
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await api.CallAsync(method, arguments, cancel);
            if (!answer.Ok) return (null, answer.Failure is Delivery.Gone ? null : answer.Failure);
            var found = answer.Body.Items("messages")
                .FirstOrDefault(message => message.Text("metadata", "event_payload", "id") == sought);
            if (found.ValueKind != JsonValueKind.Undefined) return (found.Text("ts"), null);
            if (answer.Body.Text("response_metadata", "next_cursor") is not { Length: > 0 } next) return (null, null);
            arguments["cursor"] = next;
        }

        return (null, new Delivery.Unknown($"{method}: too many messages around it."));
    }

    private static string Seconds(DateTimeOffset time) =>
        time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
