namespace CopBot.Pipeline;

/// <summary>
/// French sets a space before some marks and inside its quotation marks; a line must not break there
/// (<see href="https://www.unicode.org/reports/tr14/"/>, section 5.1).
/// </summary>
internal static class FrenchSpacing
{
    private const string Before = ":;!?»";

    /// <summary>The space that holds a mark to its word.</summary>
    public const char Space = '\u00A0';

    /// <summary>The same words, held together where French wants it.</summary>
    public static string Of(string words) => string.Create(words.Length, words, static (set, written) =>
    {
        written.CopyTo(set);
        for (var i = 0; i < set.Length; i++)
        {
            if (set[i] != ' ') continue;
            var follows = i + 1 < set.Length && Before.Contains(set[i + 1], StringComparison.Ordinal);
            if (follows || (i > 0 && set[i - 1] == '«')) set[i] = Space;
        }
    });
}
