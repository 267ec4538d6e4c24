using System.Text;
using CopBot.Chat;
using CopBot.Chat.Cards;

namespace CopBot.Playground.Web;

/// <summary>Renders neutral cards with their buttons.</summary>
internal static class CardHtml
{
    public static string Of(Card card, long post, string connection, IDrawing? drawing = null)
    {
        var html = new StringBuilder();
        foreach (var block in PlainRendering.PartsOf(card))
        {
            html.Append(block is BarChart chart && drawing?.Draw(chart) is { } drawn
                ? HtmlRendering.Picture(chart, $"data:image/png;base64,{Convert.ToBase64String(drawn)}")
                : HtmlRendering.Of(block, connection));
        }

        if (card.Actions.Count > 0)
        {
            html.Append("<div class=\"actions\">");
            foreach (var action in card.Actions) html.Append(Of(action, post));
            html.Append("</div>");
        }

        return html.ToString();
    }

    public static string Encode(string text) => HtmlRendering.Encode(text);

    public static string Lines(string text) => HtmlRendering.Lines(text);

    private static string Of(CardAction action, long post)
    {
        var kind = action.Primary ? " class=\"primary\"" : "";
        var form = action.OpensForm ? " data-form=\"yes\" aria-haspopup=\"dialog\"" : "";
        return $"<button type=\"button\"{kind}{form} data-post=\"{post}\" data-action=\"{Encode(action.Id)}\""
            + $" data-argument=\"{Encode(action.Argument ?? "")}\">{Encode(action.Label)}</button>";
    }
}
