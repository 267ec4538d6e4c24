using CopBot.Chat;

namespace CopBot.Domain;

/// <summary>
/// What is kept of a message: its words, and its attachments by name and link, none of them dropped in silence.
/// </summary>
internal static class MessageText
{
    /// <summary>The most that is kept of one message, in UTF-16 units: ten times what platforms recommend.</summary>
    public const int Longest = 40_000;

    public static string Of(string words, IReadOnlyList<Attachment> attachments)
    {
        var lines = attachments.Select(a => a.Link is null ? $"📎 {a.Name} (not carried)" : $"📎 {a.Name}: {a.Link}");
        var text = string.Join('\n', lines.Prepend(words.Trim())).Trim();
        return Chat.Cards.Shortening.To(text, Longest);
    }
}
