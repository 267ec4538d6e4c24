using System.Globalization;
using System.Text.RegularExpressions;

namespace CopBot.Pipeline;

/// <summary>
/// Something the bot says, in every language it speaks. Places for names and numbers are <c>{0}</c>, <c>{1}</c>.
/// </summary>
/// <param name="En">English.</param>
/// <param name="Fr">French.</param>
internal sealed partial record Phrase(string En, string Fr)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>In one of the languages.</summary>
    public string In(Language language, params ReadOnlySpan<object?> arguments)
    {
        var (words, culture) = language == Language.French ? (Fr, French) : (En, English);
        if (arguments.Length == 0) return words;
        var isolated = new object?[arguments.Length];
        for (var i = 0; i < arguments.Length; i++) isolated[i] = Isolated(arguments[i]);
        return string.Format(culture, words, isolated);
    }

    /// <summary>
    /// A name that is written from right to left must not turn the sentence around it: it is set apart by the marks
    /// made for that. https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates
    /// </summary>
    private static object? Isolated(object? argument) => argument is string words && RightToLeft().IsMatch(words)
        ? $"\u2068{words}\u2069"
        : argument;

    [GeneratedRegex(@"[\p{IsHebrew}\p{IsArabic}\p{IsSyriac}\p{IsThaana}\uFB1D-\uFDFF\uFE70-\uFEFF]", RegexOptions.CultureInvariant, 100)]
    private static partial Regex RightToLeft();
}
