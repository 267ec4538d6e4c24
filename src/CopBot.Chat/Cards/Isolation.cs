using System.Text.RegularExpressions;

namespace CopBot.Chat.Cards;

/// <summary>
/// Sets a name that is written from right to left apart from the sentence around it, by the marks made for that: else
/// it turns the order of what stands beside it.
/// Source: https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates
/// </summary>
public static partial class Isolation
{
    private const char FirstStrong = '\u2068';
    private const char Pop = '\u2069';

    /// <summary>The words set apart, if any of them is written from right to left; else the words.</summary>
    /// <param name="words">A name, or somebody's words.</param>
    public static string Of(string words) => RightToLeft().IsMatch(words) ? $"{FirstStrong}{words}{Pop}" : words;

    [GeneratedRegex(@"[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]", RegexOptions.CultureInvariant, 100)]
    private static partial Regex RightToLeft();
}
