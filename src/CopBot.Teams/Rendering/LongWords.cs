using System.Text.RegularExpressions;

namespace CopBot.Teams.Rendering;

/// <summary>
/// Teams breaks the lines of a RichTextBlock only between words, so one very long word, as German makes them, runs over
/// the card's edge. A soft hyphen allows the break and shows only where it happens
/// (<see href="https://www.unicode.org/reports/tr14/#SoftHyphen"/>).
/// </summary>
internal static partial class LongWords
{
    private const string SoftHyphen = "\u00AD";
    private const int Part = 15;

    /// <summary>The same words, with a soft hyphen every 15 letters in words of more than 30.</summary>
    public static string Breakable(string words) => LongWord().Replace(
        words, word => string.Join(SoftHyphen, word.Value.Chunk(Part).Select(part => new string(part))));

    // Whole words of letters only: an address, a path, a key or a string of code must be copied as it is.
    [GeneratedRegex(
        """(?<![^\s\u2068('«])[A-Za-z\u00C0-\u024F\u0370-\u052F]{31,}(?=[\u2069)"'».,;:!?]*(\s|$))""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex LongWord();
}
