using System.Globalization;
using System.Text.RegularExpressions;
using CopBot.Chat.Cards;

namespace CopBot.Pipeline;

/// <summary>
/// Something the bot says, in every language it speaks. Places for names and numbers are <c>{0}</c>, <c>{1}</c>;
/// <c>{0:question|questions}</c> is one of both words, by the number.
/// </summary>
/// <param name="En">English.</param>
/// <param name="Fr">French.</param>
internal sealed partial record Phrase(string En, string Fr)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>French.</summary>
    public string Fr { get; } = FrenchSpacing.Of(Fr);

    /// <summary>As the label of a fact, which a colon follows.</summary>
    public string Label(Language language) => language == Language.French ? Fr + FrenchSpacing.Space : En;

    /// <summary>In one of the languages.</summary>
    public string In(Language language, params ReadOnlySpan<object?> arguments)
    {
        var (words, culture) = language == Language.French ? (Fr, French) : (En, English);
        if (arguments.Length == 0) return words;
        var isolated = new object?[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            isolated[i] = arguments[i] is string said ? Isolation.Of(said) : arguments[i];
        }

        return string.Format(culture, Counted(words, language, arguments), isolated);
    }

    /// <summary>
    /// French takes nothing for one, English for many:
    /// https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html.
    /// </summary>
    private static string Counted(string words, Language language, ReadOnlySpan<object?> arguments)
    {
        if (!words.Contains('|', StringComparison.Ordinal)) return words;
        var isOne = new bool[arguments.Length];
        for (var i = 0; i < isOne.Length; i++)
        {
            isOne[i] = arguments[i] is int number && (number == 1 || (number == 0 && language == Language.French));
        }

        return ByNumber().Replace(words, match =>
            match.Groups[isOne[int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)] ? 2 : 3].Value);
    }

    [GeneratedRegex(@"\{(\d):([^|{}]*)\|([^|{}]*)\}", RegexOptions.CultureInvariant, 100)]
    private static partial Regex ByNumber();
}
