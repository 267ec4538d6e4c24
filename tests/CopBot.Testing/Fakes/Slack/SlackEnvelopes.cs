using System.Globalization;
using System.Text.Json.Nodes;

namespace CopBot.Testing.Fakes.Slack;

/// <summary>Envelopes in the shape in which Slack sends them.</summary>
public static class SlackEnvelopes
{
    public static JsonObject Event(JsonObject inner, string? channel = null, bool shared = false) => new()
    {
        ["token"] = "legacy-verification-token",
        ["team_id"] = FakeSlack.Team,
        ["context_team_id"] = FakeSlack.Team,
        ["context_enterprise_id"] = null,
        ["api_app_id"] = FakeSlack.App,
        ["event"] = inner,
        ["type"] = "event_callback",
        ["event_id"] = $"Ev{Guid.NewGuid():N}"[..14],
        ["event_time"] = 1_700_000_000,
        ["authorizations"] = new JsonArray(new JsonObject
        {
            ["enterprise_id"] = null,
            ["team_id"] = FakeSlack.Team,
            ["user_id"] = FakeSlack.BotUser,
            ["is_bot"] = true,
            ["is_enterprise_install"] = false,
        }),
        ["is_ext_shared_channel"] = shared,
        ["event_context"] = $"1-message-{FakeSlack.Team}-{channel}",
    };

    public static JsonObject Message(
        string type, string user, string channel, string channelType, string ts, string text, string? thread)
    {
        var message = new JsonObject
        {
            ["type"] = type,
            ["user"] = user,
            ["ts"] = ts,
            ["client_msg_id"] = Guid.NewGuid().ToString("D"),
            ["text"] = text,
            ["team"] = FakeSlack.Team,
            ["channel"] = channel,
            ["event_ts"] = ts,
        };
        if (type == "message") message["channel_type"] = channelType;
        if (thread is not null) message["thread_ts"] = thread;
        return message;
    }

    public static JsonObject Press(
        FakeSlackMessage message, string user, JsonObject button, string blockId, DateTimeOffset? at = null) => new()
    {
        ["type"] = "block_actions",
        ["user"] = new JsonObject { ["id"] = user, ["team_id"] = FakeSlack.Team },
        ["api_app_id"] = FakeSlack.App,
        ["team"] = new JsonObject { ["id"] = FakeSlack.Team, ["domain"] = "fake" },
        ["container"] = new JsonObject
        {
            ["type"] = "message",
            ["message_ts"] = message.Ts,
            ["channel_id"] = message.Channel,
            ["is_ephemeral"] = message.OnlyFor is not null,
        },
        ["trigger_id"] = $"{Guid.NewGuid():N}",
        ["channel"] = new JsonObject
        {
            ["id"] = message.Channel,
            ["name"] = message.Channel.StartsWith('D') ? "directmessage" : "results",
        },
        ["message"] = message.ToJson(withMetadata: false),
        ["actions"] = new JsonArray(new JsonObject
        {
            ["type"] = "button",
            ["action_id"] = button["action_id"]!.GetValue<string>(),
            ["block_id"] = blockId,
            ["value"] = button["value"]?.GetValue<string>(),
            ["action_ts"] = string.Create(
                CultureInfo.InvariantCulture,
                $"{(at ?? TimeProvider.System.GetUtcNow()).ToUnixTimeMilliseconds() / 1000.0:F6}"),
        }),
    };

    public static JsonObject Submission(string trigger, string user, JsonObject view, JsonObject values) => new()
    {
        ["type"] = "view_submission",
        ["team"] = new JsonObject { ["id"] = FakeSlack.Team },
        ["user"] = new JsonObject { ["id"] = user, ["team_id"] = FakeSlack.Team },
        ["api_app_id"] = FakeSlack.App,
        ["view"] = new JsonObject
        {
            ["id"] = $"V{trigger}",
            ["type"] = "modal",
            ["callback_id"] = view["callback_id"]!.GetValue<string>(),
            ["private_metadata"] = view["private_metadata"]!.GetValue<string>(),
            ["hash"] = "1700000000.abc",
            ["state"] = new JsonObject { ["values"] = values },
        },
    };
}
