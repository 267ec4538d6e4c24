using System.Text;
using System.Text.Json.Nodes;
using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Teams.Inbound;

namespace CopBot.Teams.Rendering;

/// <summary>
/// Renders a neutral card as an Adaptive Card 1.5, whatever the card, within Teams' size. People's words are text runs,
/// which are never read as Markdown. Source: https://adaptivecards.io/explorer
/// </summary>
internal static class AdaptiveCard
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    /// <summary>Bytes of a whole card as JSON; more makes old clients refuse it.</summary>
    public const int LargestCard = 27_000;

    private const int MostBlocks = 60;
    private const int MostActions = 24;
    private const int FewActions = 6;
    private const int LongestTitle = 100;
    private const int LongestDescription = 1000;
    private const int MostPictures = 2;
    private const int LargestPictures = 40_000;

    /// <param name="card">The card.</param>
    /// <param name="connection">The connection that shows it, for mentions.</param>
    /// <param name="revision">How often it was sent before; comes back with each press.</param>
    /// <param name="drawing">Draws its charts; without, they are put in words.</param>
    public static JsonObject Of(Card card, string connection, int revision, IDrawing? drawing = null)
    {
        // Pictures within a message do not count for its size, but do not make it endless either:
        // https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages
        var pictures = PicturesOf(card, drawing);
        var more = pictures.Values.Sum(picture => picture.Length);
        for (var characters = 12_000; ; characters = characters * 2 / 3)
        {
            var rendered = Render(card, connection, revision, characters, pictures);
            var size = Encoding.UTF8.GetByteCount(rendered.ToJsonString()) - more;
            if (size <= LargestCard || characters < 100) return rendered;
        }
    }

    private static Dictionary<BarChart, string> PicturesOf(Card card, IDrawing? drawing)
    {
        var (pictures, left) = (new Dictionary<BarChart, string>(), LargestPictures);
        if (drawing is null) return pictures;
        foreach (var chart in card.Blocks.OfType<BarChart>().Take(MostPictures))
        {
            if (drawing.Draw(chart) is not { } drawn) continue;
            var picture = $"data:image/png;base64,{Convert.ToBase64String(drawn)}";
            if (picture.Length > left || !pictures.TryAdd(chart, picture)) continue;
            left -= picture.Length;
        }

        return pictures;
    }

    private static JsonObject Render(
        Card card, string connection, int revision, int characters, Dictionary<BarChart, string> pictures)
    {
        var mentions = new TeamsMentions(connection);
        var runs = new TextRuns(mentions, characters);
        var parts = PlainRendering.PartsOf(card);
        var body = new JsonArray();
        foreach (var part in parts.Take(MostBlocks))
        {
            if (part is BarChart chart && pictures.TryGetValue(chart, out var picture))
            {
                body.Add((JsonNode)Picture(chart, picture));
                continue;
            }

            foreach (var element in Of(part, runs)) body.Add((JsonNode)element);
        }

        // Few characters left for the words means few for the buttons too.
        var actions = card.Actions.Take(characters < 1_000 ? FewActions : MostActions);
        foreach (var row in ActionRows.Of(actions))
        {
            body.Add((JsonNode)new JsonObject
            {
                ["type"] = "ActionSet",
                ["actions"] = new JsonArray([.. row.Select(action => Of(action, revision))]),
            });
        }

        var rendered = new JsonObject
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.5",
            ["fallbackText"] = Shortening.To(card.Summary, Math.Min(1000, characters)),
            ["body"] = body,
        };
        if (mentions.Entities.Count > 0)
        {
            rendered["msteams"] = new JsonObject { ["entities"] = mentions.Entities };
        }

        return rendered;
    }

    private static IEnumerable<JsonObject> Of(Block block, TextRuns runs) => block switch
    {
        Heading heading => runs.Block([new Plain(heading.Words)], TextRuns.Look.Heading),
        Paragraph paragraph => runs.Block(paragraph.Text, TextRuns.Look.Plain),
        Quote quote => runs.Quote(quote.Text),
        Facts facts => facts.Items.SelectMany(fact => runs.Block(
            [new Bold($"{fact.Label}: "), .. fact.Value], TextRuns.Look.Plain)),
        Aside aside => runs.Block(aside.Text, TextRuns.Look.Subtle),
        Depending depending => runs.Block(depending.No, TextRuns.Look.Subtle),
        BarChart chart => runs.Block([new Plain(chart.ToPlain())], TextRuns.Look.Plain),
        _ => throw new InvalidOperationException($"A block of a new kind has no Adaptive Card form: {block}."),
    };

    private static JsonObject Picture(BarChart chart, string address) => new()
    {
        ["type"] = "Image",
        ["url"] = address,
        ["altText"] = Shortening.To(chart.ToPlain(), LongestDescription),
        ["size"] = "Stretch",
    };

    private static JsonObject Of(CardAction action, int revision)
    {
        var title = Shortening.To(string.IsNullOrWhiteSpace(action.Label) ? action.Id : action.Label, LongestTitle);
        if (action.OpensForm)
        {
            var fetch = Submit(action, title, revision);
            fetch["data"]!["msteams"] = new JsonObject { ["type"] = "task/fetch" };
            return fetch;
        }

        var execute = Submit(action, title, revision);
        execute["type"] = "Action.Execute";
        execute["verb"] = action.Id;
        execute["fallback"] = Submit(action, title, revision);
        return execute;
    }

    private static JsonObject Submit(CardAction action, string title, int revision)
    {
        var own = new JsonObject { ["action"] = action.Id, ["revision"] = revision };
        if (action.Argument is { Length: > 0 and <= 200 } argument) own["argument"] = argument;
        var submit = new JsonObject
        {
            ["type"] = "Action.Submit",
            ["title"] = title,
            ["data"] = new JsonObject { [TeamsPress.Field] = own },
        };
        if (action.Primary) submit["style"] = "positive";
        return submit;
    }
}
