using System.Globalization;
using System.Text.Json;
using CopBot.Chat;

namespace CopBot.Teams.Inbound;

/// <summary>
/// Conversations and threads. In a channel the conversation's id names the thread by its first message:
/// <c>19:…@thread.tacv2;messageid=1700000000000</c>; what is before the semicolon is the channel.
/// </summary>
internal static class TeamsPlaces
{
    private const string Marker = ";messageid=";

    public static string PlaceOf(string conversation)
    {
        var at = conversation.IndexOf(Marker, StringComparison.Ordinal);
        return at < 0 ? conversation : conversation[..at];
    }

    /// <summary>The id of the message that began the thread; null if the conversation is none.</summary>
    public static string? RootOf(string conversation)
    {
        var at = conversation.IndexOf(Marker, StringComparison.Ordinal);
        return at < 0 ? null : conversation[(at + Marker.Length)..];
    }

    /// <summary>When the thread's first message was written: its id is the time in milliseconds.</summary>
    public static DateTimeOffset? OpenedAt(string conversation) =>
        long.TryParse(RootOf(conversation), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
        && milliseconds < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;

    public static string ThreadOf(string place, string root) => place + Marker + root;

    public static PlaceKind KindOf(JsonElement activity) => activity.Text("conversation", "conversationType") switch
    {
        "personal" => PlaceKind.Direct,
        "groupChat" => PlaceKind.Group,
        "channel" => PlaceKind.Channel,
        _ => activity.Text("conversation", "id")?.StartsWith("19:", StringComparison.Ordinal) == true
            ? PlaceKind.Channel
            : PlaceKind.Direct,
    };

    public static PlaceInfo Of(string connection, JsonElement activity)
    {
        var kind = KindOf(activity);
        var title = kind == PlaceKind.Channel
            ? activity.Text("channelData", "channel", "name") ?? activity.Text("channelData", "team", "name")
            : null;
        return new(new(connection, PlaceOf(activity.Text("conversation", "id") ?? "")), kind, title);
    }
}
