using System.Text.Json.Nodes;
using CopBot.Chat.Cards;

namespace CopBot.Slack.Rendering;

/// <summary>Renders a neutral card as Block Kit, whatever the card, within Slack's limits.</summary>
internal static class BlockKit
{
    /// <summary>
    /// Buttons that open a form begin with this in their id; such presses need their trigger at once.
    /// </summary>
    public const char OpensForm = 'f';

    /// <summary>The blocks of a message.</summary>
    /// <param name="card">The card.</param>
    /// <param name="connection">The connection that shows it, for mentions.</param>
    /// <param name="revision">How often it was sent before; comes back with each press.</param>
    /// <param name="scope">What tells its rows of buttons from those of other cards on the same surface.</param>
    /// <param name="pictures">The files that its charts were uploaded as; those without one are put in words.</param>
    public static JsonArray Of(
        Card card, string connection, int revision, string scope = "",
        IReadOnlyDictionary<BarChart, string>? pictures = null)
    {
        var blocks = new JsonArray();
        var budget = new TextBudget(BlockKitLimits.AllText);
        var text = new SlackRichText(connection, budget);
        var parts = PlainRendering.PartsOf(card);
        var rows = (card.Actions.Count + BlockKitLimits.ActionsElements - 1) / BlockKitLimits.ActionsElements;
        rows = Math.Min(rows, BlockKitLimits.Blocks - 2);
        foreach (var part in parts)
        {
            if (blocks.Count >= BlockKitLimits.Blocks - rows || budget.IsSpent) break;
            var picture = part is BarChart chart && pictures?.GetValueOrDefault(chart) is { } file
                ? Picture(chart, file)
                : Of(part, text, budget);
            if (picture is not null) blocks.Add((JsonNode)picture);
        }

        foreach (var row in card.Actions.Index().Chunk(BlockKitLimits.ActionsElements).Take(rows).Index())
        {
            blocks.Add((JsonNode)Row($"{scope}r{revision}:{row.Index}", row.Item));
        }

        return blocks;
    }

    /// <summary>
    /// The text beside the blocks: notifications and screen readers read it. It is markup, so it is escaped.
    /// </summary>
    public static string Fallback(Card card)
    {
        for (var length = BlockKitLimits.MessageText; ; length = length * 3 / 4)
        {
            var escaped = SlackMarkup.Escape(Shortening.To(card.Summary, length));
            if (escaped.Length <= BlockKitLimits.MessageText) return escaped;
        }
    }

    private static JsonObject? Of(Block block, SlackRichText text, TextBudget budget) => block switch
    {
        Heading heading => Header(heading, budget),
        Paragraph paragraph => Rich("rich_text_section", text.Of(paragraph.Text)),
        Quote quote => Rich("rich_text_quote", text.Of(quote.Text)),
        Facts facts => Rich("rich_text_section", facts.Items.SelectMany((fact, index) => Of(fact, index, text))),
        Aside aside => Rich("rich_text_section", text.Of(aside.Text, "italic")),
        Depending depending => Rich("rich_text_section", text.Of(depending.No, "italic")),
        BarChart chart => Rich("rich_text_section", text.Of(chart.ToPlain())),
        _ => throw new InvalidOperationException($"A block of a new kind has no Block Kit form: {block}."),
    };

    /// <summary>Source: https://docs.slack.dev/reference/block-kit/blocks/image-block</summary>
    private static JsonObject Picture(BarChart chart, string file) => new()
    {
        ["type"] = "image",
        ["slack_file"] = new JsonObject { ["id"] = file },
        ["alt_text"] = Shortening.To(chart.ToPlain(), BlockKitLimits.AlternativeText),
    };

    private static JsonObject? Header(Heading heading, TextBudget budget)
    {
        var words = budget.Take(Shortening.To(heading.Words, BlockKitLimits.HeaderText));
        return string.IsNullOrWhiteSpace(words) ? null : new JsonObject
        {
            ["type"] = "header",
            ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = words, ["emoji"] = false },
        };
    }

    private static IEnumerable<JsonObject> Of(Fact fact, int index, SlackRichText text)
    {
        if (text.Words($"{(index == 0 ? "" : "\n")}{fact.Label}: ", "bold") is { } label) yield return label;
        foreach (var element in text.Of(fact.Value)) yield return element;
    }

    private static JsonObject? Rich(string kind, IEnumerable<JsonObject> elements)
    {
        var content = new JsonArray([.. elements]);
        return content.Count == 0 ? null : new JsonObject
        {
            ["type"] = "rich_text",
            ["elements"] = new JsonArray(new JsonObject { ["type"] = kind, ["elements"] = content }),
        };
    }

    private static JsonObject Row(string id, (int Index, CardAction Action)[] actions) => new()
    {
        ["type"] = "actions",
        ["block_id"] = id,
        ["elements"] = new JsonArray([.. actions.Select(action => Button(action.Index, action.Action))]),
    };

    private static JsonObject Button(int index, CardAction action)
    {
        var label = string.IsNullOrWhiteSpace(action.Label) ? action.Id : action.Label;
        var button = new JsonObject
        {
            ["type"] = "button",
            ["action_id"] = Shortening.To(
                $"{(action.OpensForm ? OpensForm : 'p')}:{index}:{action.Id}", BlockKitLimits.ActionId),
            ["text"] = new JsonObject
            {
                ["type"] = "plain_text",
                ["text"] = Shortening.To(label, BlockKitLimits.ButtonText),
                ["emoji"] = false,
            },
        };
        if (action.Argument is { Length: > 0 and <= BlockKitLimits.ButtonValue } argument) button["value"] = argument;
        if (action.Primary) button["style"] = "primary";
        return button;
    }
}
