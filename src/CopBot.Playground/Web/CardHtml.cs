using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using CopBot.Chat;
using CopBot.Chat.Cards;

namespace CopBot.Playground.Web;

/// <summary>
/// Renders neutral cards as HTML. Everything a person wrote is encoded; links lead to http and https only.
/// </summary>
internal static class CardHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Default;

    public static string Of(Card card, long post, string connection, IDrawing? drawing = null)
    {
        var html = new StringBuilder();
        foreach (var block in PlainRendering.PartsOf(card))
        {
            html.Append(block is BarChart chart && drawing is not null
                ? Picture(chart, drawing.Draw(chart))
                : Of(block, connection));
        }

        if (card.Actions.Count > 0)
        {
            html.Append("<div class=\"actions\">");
            foreach (var action in card.Actions) html.Append(Of(action, post));
            html.Append("</div>");
        }

        return html.ToString();
    }

    public static string Encode(string text) => Encoder.Encode(text);

    public static string Lines(string text) =>
        Encoder.Encode(text.ReplaceLineEndings("\n")).Replace("&#xA;", "<br>", StringComparison.Ordinal);

    private static string Of(Block block, string connection) => block switch
    {
        Heading heading => $"<h3>{Encode(heading.Words)}</h3>",
        Paragraph paragraph => $"<p>{Of(paragraph.Text, connection)}</p>",
        Quote quote => $"<blockquote>{Of(quote.Text, connection)}</blockquote>",
        Facts facts => "<dl>" + string.Concat(facts.Items.Select(
            fact => $"<dt>{Encode(fact.Label)}</dt><dd>{Of(fact.Value, connection)}</dd>")) + "</dl>",
        Aside aside => $"<p class=\"aside\">{Of(aside.Text, connection)}</p>",
        Depending depending => $"<p class=\"aside\">{Of(depending.No, connection)}</p>",
        BarChart chart => $"<p>{Lines(chart.ToPlain())}</p>",
        _ => throw new InvalidOperationException($"A block of a new kind has no HTML form: {block}."),
    };

    private static string Picture(BarChart chart, byte[] picture) =>
        $"<img class=\"chart\" alt=\"{Encode(chart.ToPlain())}\" src=\"data:image/png;base64,{Convert.ToBase64String(picture)}\">";

    private static string Of(Text text, string connection) => string.Concat(text.Select(span => Of(span, connection)));

    private static string Of(Span span, string connection) => span switch
    {
        Bold bold => $"<strong>{Lines(bold.Value)}</strong>",
        Link link when IsWeb(link.Address) =>
            $"<a href=\"{Encode(link.Address)}\" rel=\"noopener noreferrer\">{Encode(link.Value)}</a>",
        Mention mention when mention.On(connection) is not null =>
            $"<bdi class=\"mention\">@{Encode(mention.Name)}</bdi>",
        Moment moment => string.Create(
            CultureInfo.InvariantCulture, $"<time datetime=\"{moment.At:O}\">{Encode(moment.Words)}</time>"),
        _ => Lines(span.Words),
    };

    private static string Of(CardAction action, long post)
    {
        var kind = action.Primary ? " class=\"primary\"" : "";
        var form = action.OpensForm ? " data-form=\"yes\" aria-haspopup=\"dialog\"" : "";
        return $"<button type=\"button\"{kind}{form} data-post=\"{post}\" data-action=\"{Encode(action.Id)}\""
            + $" data-argument=\"{Encode(action.Argument ?? "")}\">{Encode(action.Label)}</button>";
    }

    private static bool IsWeb(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}
