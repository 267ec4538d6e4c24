using System.Text.Json.Nodes;
using CopBot.Chat.Cards;

namespace CopBot.Teams.Rendering;

/// <summary>Renders spans as text runs within a budget of characters.</summary>
internal sealed class TextRuns(TeamsMentions mentions, int characters)
{
    private int _left = characters;

    public enum Look
    {
        Plain,
        Heading,
        Subtle,
    }

    /// <summary>The spans as blocks: runs, and a block of its own for each mention that notifies.</summary>
    public IEnumerable<JsonObject> Block(IEnumerable<Span> spans, Look look)
    {
        var inlines = new JsonArray();
        foreach (var span in spans)
        {
            if (_left <= 1) break;
            inlines.Add((JsonNode)Run(span, look));
        }

        // Mentions notify only in a TextBlock; it follows the sentence that names the people.
        var notified = spans.Where(mentions.Notifies).Cast<Mention>().DistinctBy(mention => mention.Name).ToList();
        if (inlines.Count > 0)
        {
            yield return new JsonObject { ["type"] = "RichTextBlock", ["inlines"] = inlines };
        }

        if (notified.Count > 0)
        {
            yield return new JsonObject
            {
                ["type"] = "TextBlock",
                ["text"] = string.Join(' ', notified.Select(mentions.Add)),
                ["wrap"] = true,
                ["size"] = "Small",
                ["spacing"] = "None",
            };
        }
    }

    public IEnumerable<JsonObject> Quote(CopBot.Chat.Cards.Text text)
    {
        var inside = new JsonArray([.. Block(text, Look.Plain)]);
        if (inside.Count == 0) yield break;
        yield return new JsonObject { ["type"] = "Container", ["style"] = "emphasis", ["items"] = inside };
    }

    private JsonObject Run(Span span, Look look)
    {
        var words = Shortening.To(LongWords.Breakable(span.Words), Math.Max(1, _left));
        _left -= words.Length;
        var run = new JsonObject { ["type"] = "TextRun", ["text"] = words };
        if (span is Bold || look == Look.Heading) run["weight"] = "Bolder";
        if (look == Look.Heading) run["size"] = "Medium";
        if (look == Look.Subtle) run["isSubtle"] = true;
        if (span is Link link && Uri.TryCreate(link.Address, UriKind.Absolute, out var address)
            && address.Scheme is "http" or "https" && link.Address.Length <= 2000)
        {
            run["text"] = Shortening.To(link.Value.Length == 0 ? link.Address : link.Value, Math.Max(1, words.Length));
            run["selectAction"] = new JsonObject { ["type"] = "Action.OpenUrl", ["url"] = link.Address };
            _left -= link.Address.Length;
        }

        return run;
    }
}
