using System.Text.Json.Nodes;

namespace CopBot.Testing.Fakes.Slack;

/// <summary>What a person reads in blocks, and the buttons there.</summary>
public static class SlackWords
{
    public static string Of(JsonNode? node) => node switch
    {
        JsonArray array => string.Join("", array.Select(Of)),
        JsonObject { } rich when Type(rich) == "date" => rich["fallback"]!.GetValue<string>(),
        JsonObject { } user when Type(user) == "user" => $"<@{user["user_id"]}>",
        JsonObject { } actions when Type(actions) == "actions" => "",
        JsonObject { } image when Type(image) == "image" => image["alt_text"]!.GetValue<string>(),
        JsonObject { } words when words["text"] is JsonValue text => text.GetValue<string>(),
        JsonObject { } block => $"{Of(block["text"])}{Of(block["elements"])} ",
        _ => "",
    };

    /// <summary>The buttons by action id as the bot declared it.</summary>
    public static IEnumerable<(string Action, JsonObject Button, string BlockId)> Buttons(JsonArray? blocks) =>
        (blocks ?? []).OfType<JsonObject>().Where(block => Type(block) == "actions").SelectMany(block =>
            block["elements"]!.AsArray().OfType<JsonObject>().Select(button => (
                button["action_id"]!.GetValue<string>().Split(':', 3)[^1],
                button,
                block["block_id"]!.GetValue<string>())));

    private static string? Type(JsonObject block) => block["type"]?.GetValue<string>();
}
