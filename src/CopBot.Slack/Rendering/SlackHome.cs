using System.Text.Json.Nodes;
using CopBot.Chat.Cards;

namespace CopBot.Slack.Rendering;

/// <summary>Renders cards as a person's App Home. Source: https://docs.slack.dev/surfaces/app-home</summary>
internal static class SlackHome
{
    public static JsonObject Of(IReadOnlyList<Card> cards, string connection, int revision)
    {
        var blocks = new JsonArray();
        foreach (var (index, card) in cards.Index())
        {
            var own = BlockKit.Of(card, connection, revision, $"h{index}:");
            if (blocks.Count + own.Count + 1 > BlockKitLimits.HomeBlocks) break;
            if (blocks.Count > 0) blocks.Add((JsonNode)new JsonObject { ["type"] = "divider" });
            foreach (var block in own.ToList())
            {
                own.Remove(block);
                blocks.Add(block);
            }
        }

        return new JsonObject { ["type"] = "home", ["blocks"] = blocks };
    }
}
