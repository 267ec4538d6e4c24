using System.Text.Json;
using CopBot.Chat;
using CopBot.Slack.Rendering;

namespace CopBot.Slack.Inbound;

/// <summary>Reads a press or a form. Source: https://docs.slack.dev/reference/interaction-payloads</summary>
internal sealed class SlackInteraction(string connection, JsonElement payload, DateTimeOffset now)
{
    public string? Type => payload.Text("type");

    public string? TriggerId => payload.Text("trigger_id");

    public string Channel => payload.Text("channel", "id") ?? payload.Text("container", "channel_id") ?? "";

    public string Message => payload.Text("message", "ts") ?? payload.Text("container", "message_ts") ?? "";

    public string? Thread => payload.Text("message", "thread_ts") ?? payload.Text("container", "thread_ts");

    public string ChannelType => payload.Text("channel", "name") == "directmessage" ? "im" : IsHome ? SlackPlaces.Home : "";

    /// <summary>The id that a shortcut was declared with in the manifest.</summary>
    public string ShortcutId => payload.Text("callback_id") ?? "";

    private bool IsHome => payload.Text("view", "type") == "home";

    private JsonElement Button => payload.Items("actions").FirstOrDefault();

    /// <summary>Whether the press opens a form.</summary>
    public bool OpensForm => Button.Text("action_id")?.StartsWith(BlockKit.OpensForm) == true;

    public FormRequest FormRequest() => new(
        Actor(), Place(), IsHome ? null : Thread ?? Message, ActionOf(Button.Text("action_id") ?? ""), Button.Text("value"));

    /// <summary>What a shortcut opens: on a message with what is said in it, from anywhere without.</summary>
    public FormRequest Shortcut(QuotedMessage? about) =>
        new(Actor(), Place(), Thread ?? MessageOrNull, ShortcutId, null) { About = about };

    /// <summary>Who acts.</summary>
    public string User => payload.Text("user", "id") ?? "";

    /// <summary>Who wrote the message a shortcut was called on.</summary>
    public string? Author => payload.Text("message", "user");

    public bool IsShortcut => Type is "message_action" or "shortcut";

    /// <summary>The text of the message a shortcut was called on; null for one called from anywhere.</summary>
    public string? Said => payload.Text("message", "text");

    public string? MessageOrNull => Message.Length == 0 ? null : Message;

    /// <returns>Null if there is nothing in it.</returns>
    public ActionPressed? Press()
    {
        if (Button.Text("action_id") is not { } id || payload.Text("user", "id") is not { } user) return null;
        var (action, argument) = (ActionOf(id), Button.Text("value"));
        return new ActionPressed
        {
            Connection = connection,
            Key = $"press:{Channel}:{Message}{payload.Text("view", "hash")}:{Button.Text("block_id")}:{user}:{action}:{argument}",
            OccurredAt = SlackTime.Of(Button.Text("action_ts")) ?? now,
            Place = Place(),
            Actor = Actor(),
            Message = Message,
            Thread = IsHome ? null : Thread ?? Message,
            Action = action,
            Argument = argument,
        };
    }

    /// <returns>Null if it is not one of this bot's forms.</returns>
    public FormSubmitted? Form()
    {
        if (payload.Text("view", "callback_id") is not { Length: > 0 } form) return null;
        var origin = Origin();
        return new FormSubmitted
        {
            Connection = connection,
            Key = $"form:{payload.Text("view", "id")}:{payload.Text("view", "hash")}",
            OccurredAt = now,
            Place = PlaceOf(origin),
            Actor = Actor(),
            Form = form,
            Argument = origin?.Argument,
            Values = Values(),
        };
    }

    /// <summary>
    /// What is sent back with a form. A shortcut's form belongs to no place: it can be called anywhere.
    /// </summary>
    public SlackModal.Origin OriginOf(FormRequest request) => IsShortcut
        ? new(request.Argument, "", Type == "shortcut" ? SlackPlaces.Home : "", null)
        : new(request.Argument, Channel, ChannelType, request.Thread);

    private SlackModal.Origin? Origin()
    {
        try
        {
            return payload.Text("view", "private_metadata") is { Length: > 0 } metadata
                ? JsonSerializer.Deserialize<SlackModal.Origin>(metadata)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private PlaceInfo? PlaceOf(SlackModal.Origin? origin) => origin switch
    {
        { ChannelType: SlackPlaces.Home } => SlackPlaces.HomeOf(connection, Actor().Ref.Id),
        null or { Channel: null or "" } => null,
        _ => new(new(connection, origin.Channel), SlackPlaces.KindOf(origin.ChannelType, origin.Channel)),
    };

    private Dictionary<string, string> Values()
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, block) in payload.Properties("view", "state", "values"))
        {
            values[name] = block.Text("value", "value")
                ?? block.Text("value", "selected_option", "value")
                ?? string.Join(',', block.Items("value", "selected_options").Select(option => option.Text("value")));
        }

        return values;
    }

    /// <summary>The declared id within a button's: kind, index, id.</summary>
    private static string ActionOf(string id) => id.Split(':', 3) is [_, _, var action] ? action : id;

    private AccountInfo Actor() => new(new(connection, payload.Text("user", "id") ?? ""));

    /// <summary>A shortcut that was called from anywhere counts as called from the person's own page.</summary>
    private PlaceInfo Place() => IsHome || Channel.Length == 0
        ? SlackPlaces.HomeOf(connection, Actor().Ref.Id)
        : new(new(connection, Channel), SlackPlaces.KindOf(ChannelType, Channel));
}
