using System.Text.Json.Nodes;

namespace CopBot.Testing.Fakes.Slack;

/// <summary>
/// What Slack sends from App Home and from shortcuts. Source: https://docs.slack.dev/reference/interaction-payloads
/// </summary>
public static class SlackSurfaces
{
    public static JsonObject HomeOpened(string user) => new()
    {
        ["type"] = "app_home_opened",
        ["user"] = user,
        ["channel"] = FakeSlack.DirectOf(user),
        ["tab"] = "home",
        ["event_ts"] = "1700000000.000100",
    };

    /// <summary>A press on a button of App Home: there is a view, and neither a channel nor a message.</summary>
    public static JsonObject HomePress(string user, JsonObject button, string blockId) => new()
    {
        ["type"] = "block_actions",
        ["user"] = User(user),
        ["api_app_id"] = FakeSlack.App,
        ["team"] = TeamOf(),
        ["container"] = new JsonObject { ["type"] = "view", ["view_id"] = "VHOME" },
        ["trigger_id"] = $"{Guid.NewGuid():N}",
        ["view"] = new JsonObject { ["id"] = "VHOME", ["type"] = "home", ["hash"] = $"{Guid.NewGuid():N}" },
        ["actions"] = new JsonArray(new JsonObject
        {
            ["type"] = "button",
            ["action_id"] = button["action_id"]!.GetValue<string>(),
            ["block_id"] = blockId,
            ["value"] = button["value"]?.GetValue<string>(),
            ["action_ts"] = "1700000000.000200",
        }),
    };

    /// <summary>A shortcut called on a message.</summary>
    public static JsonObject OnMessage(string user, string shortcut, FakeSlackMessage message) => new()
    {
        ["type"] = "message_action",
        ["callback_id"] = shortcut,
        ["trigger_id"] = $"{Guid.NewGuid():N}",
        ["user"] = User(user),
        ["team"] = TeamOf(),
        ["channel"] = new JsonObject { ["id"] = message.Channel, ["name"] = "results" },
        ["message_ts"] = message.Ts,
        ["message"] = message.ToJson(withMetadata: false),
        ["response_url"] = "https://hooks.slack.example/app/1",
    };

    /// <summary>A shortcut called from anywhere.</summary>
    public static JsonObject FromAnywhere(string user, string shortcut) => new()
    {
        ["type"] = "shortcut",
        ["callback_id"] = shortcut,
        ["trigger_id"] = $"{Guid.NewGuid():N}",
        ["user"] = User(user),
        ["team"] = TeamOf(),
        ["action_ts"] = "1700000000.000300",
    };

    private static JsonObject User(string user) => new() { ["id"] = user, ["team_id"] = FakeSlack.Team };

    private static JsonObject TeamOf() => new() { ["id"] = FakeSlack.Team, ["domain"] = "fake" };
}
