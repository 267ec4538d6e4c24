using CopBot.Chat;

namespace CopBot.Slack.Inbound;

/// <summary>What kind of place a conversation is.</summary>
internal static class SlackPlaces
{
    /// <summary>The type of a place that is no conversation: a person's App Home.</summary>
    public const string Home = "home";

    /// <summary>A person's App Home, as a place that buttons are pressed in.</summary>
    public static PlaceInfo HomeOf(string connection, string user) =>
        new(new(connection, $"{Home}:{user}"), PlaceKind.Home);

    /// <summary>
    /// By the type Slack names; the id's first letter only where it names none, and only for direct chats, since
    /// channels and groups changed theirs.
    /// </summary>
    public static PlaceKind KindOf(string? type, string channel) => type switch
    {
        "im" or "app_home" or "D" => PlaceKind.Direct,
        "mpim" => PlaceKind.Group,
        null or "" when channel.StartsWith('D') => PlaceKind.Direct,
        _ => PlaceKind.Channel,
    };
}
