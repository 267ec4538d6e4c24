using System.Text.RegularExpressions;

namespace CopBot.Slack.Rendering;

/// <summary>
/// Slack's markup in message texts: what comes in is undone, what goes out is escaped.
/// Source: https://docs.slack.dev/messaging/formatting-message-text
/// </summary>
internal static partial class SlackMarkup
{
    /// <summary>Escapes the three characters that are markup. Nothing else may be escaped.</summary>
    public static string Escape(string words) => words
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>
    /// The text as people read it: links as words and address, people as <c>@id</c>, which the product names.
    /// </summary>
    /// <param name="text">A message's text as Slack sends it.</param>
    /// <param name="bot">The bot's user id, whose mention is removed.</param>
    /// <param name="mentions">Receives the ids of the people mentioned, the bot excepted.</param>
    /// <returns>The words, and whether the bot was mentioned.</returns>
    public static (string Words, bool MentionsBot) Read(string text, string? bot, ICollection<string> mentions)
    {
        var mentionsBot = false;
        var words = Marked().Replace(text, match =>
        {
            var (kind, target, label) = (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value);
            if (kind != "@") return Words(kind, target, label);
            if (target == bot)
            {
                mentionsBot = true;
                return "";
            }

            mentions.Add(target);
            return $"@{target}";
        });
        return (Unescape(words).Trim(), mentionsBot);
    }

    private static string Words(string kind, string target, string label) => kind switch
    {
        "#" => $"#{(label.Length > 0 ? label : target)}",
        "!" => target.StartsWith("subteam^", StringComparison.Ordinal) || target.StartsWith("date^", StringComparison.Ordinal)
            ? label
            : $"@{target}",
        _ => label.Length == 0 || label == target ? target : $"{label} ({target})",
    };

    private static string Unescape(string words) => words
        .Replace("&lt;", "<", StringComparison.Ordinal)
        .Replace("&gt;", ">", StringComparison.Ordinal)
        .Replace("&amp;", "&", StringComparison.Ordinal);

    [GeneratedRegex("<([@#!]?)([^<>|]+)(?:\\|([^<>]*))?>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Marked();
}
