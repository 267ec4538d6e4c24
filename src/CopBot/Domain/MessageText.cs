using CopBot.Chat;
using CopBot.Pipeline;

namespace CopBot.Domain;

/// <summary>
/// What is kept of a message: its words, and its attachments by name and link, none of them dropped in silence.
/// </summary>
internal static class MessageText
{
    /// <summary>The most that is kept of one message, in UTF-16 units: ten times what platforms recommend.</summary>
    public const int Longest = 40_000;

    private static readonly Phrase NotCarried = new("📎 {0} (not carried)", "📎 {0} (non transmis)");

    /// <param name="words">The words.</param>
    /// <param name="attachments">What hangs on the message.</param>
    /// <param name="language">What the community's places speak: the text is read by many.</param>
    public static string Of(string words, IReadOnlyList<Attachment> attachments, Language language)
    {
        var lines = attachments.Select(
            a => a.Link is null ? NotCarried.In(language, a.Name) : $"📎 {a.Name}: {a.Link}");
        var text = string.Join('\n', lines.Prepend(words.Trim())).Trim();
        return Chat.Cards.Shortening.To(text, Longest);
    }
}
