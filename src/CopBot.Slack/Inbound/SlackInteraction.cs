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

    public string ChannelType => payload.Text("channel", "name") == "directmessage" ? "im" : "";

    private JsonElement Button => payload.Items("actions").FirstOrDefault();

    /// <summary>Whether the press opens a form.</summary>
    public bool OpensForm => Button.Text("action_id")?.StartsWith(BlockKit.OpensForm) == true;

    public FormRequest FormRequest() =>
        new(Actor(), Place(), Thread ?? Message, ActionOf(Button.Text("action_id") ?? ""), Button.Text("value"));

    /// <returns>Null if there is nothing in it.</returns>
    public ActionPressed? Press()
    {
        if (Button.Text("action_id") is not { } id || payload.Text("user", "id") is not { } user) return null;
        var (action, argument) = (ActionOf(id), Button.Text("value"));
        return new ActionPressed
        {
            Connection = connection,
            Key = $"press:{Channel}:{Message}:{Button.Text("block_id")}:{user}:{action}:{argument}",
            OccurredAt = SlackTime.Of(Button.Text("action_ts")) ?? now,
            Place = Place(),
            Actor = Actor(),
            Message = Message,
            Thread = Thread ?? Message,
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
            Place = origin is null ? null : new PlaceInfo(
                new(connection, origin.Channel), SlackPlaces.KindOf(origin.ChannelType, origin.Channel)),
            Actor = Actor(),
            Form = form,
            Argument = origin?.Argument,
            Values = Values(),
        };
    }

    public SlackModal.Origin OriginOf(FormRequest request) =>
        new(request.Argument, Channel, ChannelType, request.Thread);

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

    private Dictionary<string, string> Values()
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var blocks = payload.At("view", "state", "values");
        if (blocks.ValueKind != JsonValueKind.Object) return values;
        foreach (var block in blocks.EnumerateObject())
        {
            values[block.Name] = block.Value.Text("value", "value")
                ?? block.Value.Text("value", "selected_option", "value") ?? "";
        }

        return values;
    }

    /// <summary>The declared id within a button's: kind, index, id.</summary>
    private static string ActionOf(string id) => id.Split(':', 3) is [_, _, var action] ? action : id;

    private AccountInfo Actor() => new(new(connection, payload.Text("user", "id") ?? ""));

    private PlaceInfo Place() => new(
        new(connection, Channel), SlackPlaces.KindOf(ChannelType, Channel));
}
