using System.Text.Json.Nodes;

namespace CopBot.Slack.Tests;

/// <summary>Slack's lengths and counts, which its schema does not hold.</summary>
internal static class Limits
{
    public static void Check(JsonArray blocks)
    {
        blocks.Count.ShouldBeInRange(1, 50);
        var text = 0;
        var actionIds = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in blocks.OfType<JsonObject>())
        {
            switch (block["type"]!.GetValue<string>())
            {
                case "header":
                    text += Length(block["text"]!["text"], 1, 150);
                    break;
                case "rich_text":
                    block["elements"]!.AsArray().Count.ShouldBeGreaterThan(0);
                    text += RichText(block);
                    break;
                case "actions":
                    block["elements"]!.AsArray().Count.ShouldBeInRange(1, 25);
                    foreach (var button in block["elements"]!.AsArray()) Button(button!, block, actionIds);
                    break;
                default:
                    throw new ShouldAssertException($"unexpected block {block["type"]}");
            }
        }

        text.ShouldBeLessThanOrEqualTo(12_000);
    }

    private static int RichText(JsonObject block) => block["elements"]!.AsArray().Sum(section =>
    {
        section!["elements"]!.AsArray().Count.ShouldBeGreaterThan(0);
        return section["elements"]!.AsArray().Sum(element =>
            element!["text"] is JsonValue words ? Length(words, 1, 12_000) : 0);
    });

    private static void Button(JsonNode button, JsonObject block, HashSet<string> actionIds)
    {
        Length(button["text"]!["text"], 1, 75);
        Length(button["action_id"], 1, 255);
        Length(block["block_id"], 1, 255);
        actionIds.Add(button["action_id"]!.GetValue<string>()).ShouldBeTrue("action ids are unique in a message");
        if (button["value"] is { } value) Length(value, 1, 2000);
    }

    private static int Length(JsonNode? words, int least, int most)
    {
        var length = words!.GetValue<string>().Length;
        length.ShouldBeInRange(least, most);
        return length;
    }
}
