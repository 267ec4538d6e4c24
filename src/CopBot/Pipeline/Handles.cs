using System.Globalization;
using System.Text.RegularExpressions;

namespace CopBot.Pipeline;

/// <summary>How people name a question in words: <c>Q7: what about districts?</c></summary>
internal static partial class Handles
{
    public static bool Begins(string text) => Leading().IsMatch(text);

    /// <summary>Splits a leading handle from the text behind it; null if there is none.</summary>
    public static (int Number, string Words)? Split(string text)
    {
        var match = Leading().Match(text);
        return match.Success && int.TryParse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var number)
            ? (number, text[match.Length..].Trim())
            : null;
    }

    [GeneratedRegex(@"^\s*Q([0-9]{1,9})\b\s*[:,.–-]?\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 100)]
    private static partial Regex Leading();
}
