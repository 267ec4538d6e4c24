using System.Globalization;

namespace CopBot.Chat.Cards;

/// <summary>
/// Shortens what is too long for a platform, at a whole character and with a mark that something is missing.
/// </summary>
public static class Shortening
{
    private const string Mark = "…";

    /// <summary>Cuts words to a length, never inside a character that takes several code units.</summary>
    /// <param name="words">The words.</param>
    /// <param name="length">The most UTF-16 units allowed, the mark included; at least one.</param>
    public static string To(string words, int length)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        if (words.Length <= length) return words;
        var end = 0;
        var elements = StringInfo.GetTextElementEnumerator(words);
        while (elements.MoveNext())
        {
            var next = elements.ElementIndex + ((string)elements.Current).Length;
            if (next > length - Mark.Length) break;
            end = next;
        }

        return words[..end].TrimEnd() + Mark;
    }
}
