using System.Text.Json;
using CopBot.Chat;

namespace CopBot.Slack.Inbound;

/// <summary>Translates an event of the Events API. Source: https://docs.slack.dev/reference/events</summary>
internal sealed class SlackEventTranslation(string connection, SlackBot? bot, JsonElement envelope)
{
    private static readonly HashSet<string> SaidSomething = new(StringComparer.Ordinal)
    {
        "", "file_share", "thread_broadcast", "me_message",
    };

    private readonly JsonElement _event = envelope.At("event");

    /// <summary>The type, as it is known to Slack.</summary>
    public string Type => _event.Text("type") ?? envelope.Text("type") ?? "none";

    /// <summary>True if the type means something to CopBot at all.</summary>
    public bool IsKnown => Type is "message" or "app_mention" or "member_joined_channel" or "member_left_channel"
        or "channel_left" or "group_left" or "channel_archive" or "group_archive" or "app_uninstalled"
        or "tokens_revoked" or "app_home_opened" or "app_rate_limited" or "url_verification";

    private string? BotUser => bot?.UserId ?? envelope.Items("authorizations")
        .Where(authorization => authorization.IsTrue("is_bot")).Select(a => a.Text("user_id")).FirstOrDefault();

    /// <returns>Null if it means nothing: the bot's own message, a change nobody made, an unknown type.</returns>
    public CopBot.Chat.Inbound? Translate() => Type switch
    {
        "message" => _event.Text("subtype") switch
        {
            "message_changed" => Changed(),
            "message_deleted" => Deleted(_event.Text("deleted_ts"), _event.At("previous_message")),
            var subtype when SaidSomething.Contains(subtype ?? "") => Said(),
            _ => null,
        },
        "app_mention" => Said(),
        "member_joined_channel" when IsBot(_event.Text("user")) => new BotJoinedPlace
        {
            Connection = connection,
            Key = $"joined:{_event.Text("channel")}:{EventId}",
            OccurredAt = OccurredAt,
            Place = Place(_event.Text("channel"), _event.Text("channel_type")),
        },
        "member_left_channel" when IsBot(_event.Text("user")) => Left(),
        "channel_left" or "group_left" or "channel_archive" or "group_archive" => Left(),
        "app_home_opened" when _event.Text("tab") is "home" && _event.Text("user") is { } user => new HomeOpened
        {
            Connection = connection,
            Key = $"home:{user}:{EventId}",
            OccurredAt = OccurredAt,
            Actor = new(new(connection, user)),
        },
        "app_uninstalled" => Lost("uninstalled"),
        "tokens_revoked" when _event.Items("tokens", "bot").Any() => Lost("token revoked"),
        _ => null,
    };

    private string EventId => envelope.Text("event_id") ?? _event.GetRawText();

    private DateTimeOffset OccurredAt => SlackTime.Of(_event.Text("event_ts"))
        ?? (envelope.At("event_time").TryGetInt64Or0() is > 0 and var seconds
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : DateTimeOffset.UnixEpoch);

    private MessageReceived? Said()
    {
        if (_event.Text("channel") is not { } channel || _event.Text("ts") is not { } ts) return null;
        if (_event.Text("user") is not { } user || IsOwn(_event)) return null;
        var mentions = new List<string>();
        var (words, mentionsBot) = Rendering.SlackMarkup.Read(_event.Text("text") ?? "", BotUser, mentions);
        var place = Place(channel, _event.Text("channel_type"));
        var thread = _event.Text("thread_ts");
        return new MessageReceived
        {
            Connection = connection,
            Key = $"message:{channel}:{ts}",
            OccurredAt = SlackTime.Of(ts) ?? OccurredAt,
            Place = place,
            Author = Account(user, _event),
            Message = ts,
            Thread = thread == ts ? null : thread,
            OpensThread = thread ?? ts,
            ThreadOpenedAt = SlackTime.Of(thread),
            Text = words,
            AddressesBot = mentionsBot || Type == "app_mention" || place.Kind == PlaceKind.Direct,
            Mentions = [.. mentions.Distinct(StringComparer.Ordinal).Select(id => new AccountRef(connection, id))],
            Attachments = [.. _event.Items("files").Select(SlackFile.Of)],
        };
    }

    private CopBot.Chat.Inbound? Changed()
    {
        var message = _event.At("message");
        if (message.Text("subtype") == "tombstone") return Deleted(message.Text("ts"), _event.At("previous_message"));
        if (_event.Text("channel") is not { } channel || message.Text("ts") is not { } ts) return null;

        // Slack "changes" a message when it unfurls a link or counts replies; people's edits carry their own time.
        if (message.Text("edited", "ts") is not { } edited || message.Text("user") is not { } user) return null;
        if (IsOwn(message)) return null;
        var mentions = new List<string>();
        var (words, mentionsBot) = Rendering.SlackMarkup.Read(message.Text("text") ?? "", BotUser, mentions);
        return new MessageEdited
        {
            Connection = connection,
            Key = $"edited:{channel}:{ts}:{edited}",
            OccurredAt = SlackTime.Of(edited) ?? OccurredAt,
            Place = Place(channel, _event.Text("channel_type")),
            Author = Account(user, message),
            Message = ts,
            Thread = message.Text("thread_ts") ?? ts,
            Text = words,
            AddressesBot = mentionsBot,
            Mentions = [.. mentions.Distinct(StringComparer.Ordinal).Select(id => new AccountRef(connection, id))],
            Attachments = [.. message.Items("files").Select(SlackFile.Of)],
        };
    }

    private MessageDeleted? Deleted(string? ts, JsonElement previous)
    {
        if (_event.Text("channel") is not { } channel || ts is null || IsOwn(previous)) return null;
        return new MessageDeleted
        {
            Connection = connection,
            Key = $"deleted:{channel}:{ts}",
            OccurredAt = OccurredAt,
            Place = Place(channel, _event.Text("channel_type")),
            Message = ts,
            Thread = previous.Text("thread_ts") ?? ts,
        };
    }

    private BotLeftPlace Left() => new()
    {
        Connection = connection,
        Key = $"left:{_event.Text("channel")}:{EventId}",
        OccurredAt = OccurredAt,
        Place = Place(_event.Text("channel"), _event.Text("channel_type")),
    };

    private ConnectionLost Lost(string reason) => new()
    {
        Connection = connection,
        Key = $"lost:{EventId}",
        OccurredAt = OccurredAt,
        Reason = reason,
    };

    /// <summary>
    /// The bot's own messages come without a subtype; those through a response address come with a bot id only.
    /// https://github.com/slackapi/bolt-js/issues/580
    /// </summary>
    private bool IsOwn(JsonElement message) =>
        IsBot(message.Text("user"))
        || (bot?.BotId is { } id && message.Text("bot_id") == id)
        || (envelope.Text("api_app_id") is { Length: > 0 } app
            && (message.Text("app_id") == app || message.Text("bot_profile", "app_id") == app));

    private bool IsBot(string? user) => user is not null && user == BotUser;

    private PlaceInfo Place(string? channel, string? type) => new(
        new(connection, channel ?? ""),
        SlackPlaces.KindOf(type, channel ?? ""),
        SharedWithOutsiders: envelope.IsTrue("is_ext_shared_channel"));

    private AccountInfo Account(string user, JsonElement message)
    {
        var home = bot?.TeamId ?? envelope.Items("authorizations").Select(a => a.Text("team_id")).FirstOrDefault();
        var team = message.Text("user_team") ?? message.Text("source_team");
        return new(new(connection, user), Outsider: team is not null && home is not null && team != home);
    }
}
