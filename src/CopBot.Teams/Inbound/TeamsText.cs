using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using CopBot.Chat;

namespace CopBot.Teams.Inbound;

/// <summary>
/// The text as people read it. Only the bot's own mention is taken out, by the text of its entity: others' stay, by
/// name. https://github.com/microsoft/teams.ts/issues/833
/// </summary>
internal static partial class TeamsText
{
    public static (string Words, bool MentionsBot, IReadOnlyList<AccountRef> Others) Read(
        string connection, JsonElement activity)
    {
        var text = activity.Text("text") ?? "";
        var bot = activity.Text("recipient", "id");
        var others = new List<AccountRef>();
        var mentionsBot = false;
        foreach (var mention in activity.Items("entities").Where(entity => entity.Text("type") == "mention"))
        {
            var who = mention.Text("mentioned", "id");
            if (who is null) continue;
            if (who != bot)
            {
                others.Add(new(connection, who));
                continue;
            }

            mentionsBot = true;
            if (mention.Text("text") is { Length: > 0 } marked)
            {
                text = text.Replace(marked, "", StringComparison.Ordinal);
            }
        }

        var words = WebUtility.HtmlDecode(At().Replace(text, "@$1")).Replace('\u00A0', ' ');
        return (words.Trim(), mentionsBot, others);
    }

    /// <summary>A message's HTML as words: breaks and paragraphs are lines, nobody is named.</summary>
    public static string OfHtml(string html) =>
        WebUtility.HtmlDecode(Tag().Replace(Break().Replace(At().Replace(html, "@…"), "\n"), "")).Replace('\u00A0', ' ').Trim();

    [GeneratedRegex(@"<br\s*/?>|</(?:p|div|li)>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Break();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("<at[^>]*>(.*?)</at>", RegexOptions.CultureInvariant | RegexOptions.Singleline, 1000)]
    private static partial Regex At();
}
