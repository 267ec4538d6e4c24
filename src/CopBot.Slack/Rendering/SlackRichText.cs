using System.Text.Json.Nodes;
using CopBot.Chat.Cards;

namespace CopBot.Slack.Rendering;

/// <summary>
/// Renders spans as rich-text elements. They need no escaping at all: what people typed can't become a mention of
/// everybody, a link or bold. Source: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
/// </summary>
internal sealed class SlackRichText(string connection, TextBudget budget)
{
    public IEnumerable<JsonObject> Of(CopBot.Chat.Cards.Text text, string? style = null)
    {
        foreach (var span in text)
        {
            if (budget.IsSpent) yield break;
            if (Of(span, style) is { } element) yield return element;
        }
    }

    public JsonObject? Words(string words, string? style)
    {
        var fitting = budget.Take(words);
        if (fitting.Length == 0) return null;
        var element = new JsonObject { ["type"] = "text", ["text"] = fitting };
        if (style is not null) element["style"] = new JsonObject { [style] = true };
        return element;
    }

    private JsonObject? Of(Span span, string? style) => span switch
    {
        Bold bold => Words(bold.Value, "bold"),
        Link link when IsWeb(link.Address) && budget.Fits(link.Value + link.Address) => new JsonObject
        {
            ["type"] = "link",
            ["url"] = link.Address,
            ["text"] = budget.Take(link.Value.Length == 0 ? link.Address : link.Value),
        },
        Mention mention when mention.On(connection) is { } account && budget.Fits(mention.Name) => new JsonObject
        {
            ["type"] = "user",
            ["user_id"] = account.Id,
        },
        Moment moment when budget.Fits(moment.Words) => new JsonObject
        {
            ["type"] = "date",
            ["timestamp"] = moment.At.ToUnixTimeSeconds(),
            ["format"] = moment.DateOnly ? "{date_short}" : "{date_short_pretty}, {time}",
            ["fallback"] = budget.Take(moment.Words),
        },
        _ => Words(span.Words, style),
    };

    private static bool IsWeb(string address) =>
        address.Length <= 3000 && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}
