using System.Globalization;
using System.Text.Encodings.Web;

namespace CopBot.Chat.Cards;

/// <summary>
/// Renders blocks as HTML. Everything a person wrote is encoded; links lead to http and https only.
/// </summary>
public static class HtmlRendering
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Default;

    /// <summary>A text for HTML.</summary>
    /// <param name="text">The text.</param>
    public static string Encode(string text) => Encoder.Encode(text);

    /// <summary>A text of several lines for HTML.</summary>
    /// <param name="text">The text.</param>
    public static string Lines(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Encoder.Encode(text.ReplaceLineEndings("\n")).Replace("&#xA;", "<br>", StringComparison.Ordinal);
    }

    /// <summary>Renders one block; charts in words.</summary>
    /// <param name="block">The block.</param>
    /// <param name="connection">The connection that shows it, for mentions.</param>
    public static string Of(Block block, string connection) => block switch
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

    /// <summary>A chart's picture, with the chart in words for whoever does not see it.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="address">Where the picture is.</param>
    public static string Picture(BarChart chart, string address)
    {
        ArgumentNullException.ThrowIfNull(chart);
        return $"<img class=\"chart\" alt=\"{Encode(chart.ToPlain())}\" src=\"{Encode(address)}\">";
    }

    /// <summary>A page that looks the same wherever it is opened, a mail for instance.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="body">What stands in it, as HTML.</param>
    public static string Page(string title, string body) =>
        $$"""
          <!DOCTYPE html>
          <html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
          <title>{{Encode(title)}}</title>
          <style>body{font:16px/1.45 sans-serif;color:#1a1a1a;max-width:40em;margin:1em auto;padding:0 1em}
          .aside{color:#595959}.chart{max-width:100%;height:auto}
          blockquote{border-left:3px solid #999;margin:0;padding-left:1em}
          </style></head><body dir="auto">{{body}}</body></html>
          """;

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

    private static bool IsWeb(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}
