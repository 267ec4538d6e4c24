using CopBot.Chat;

namespace CopBot.Slack.Inbound;

/// <summary>What kind of place a conversation is.</summary>
internal static class SlackPlaces
{
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
