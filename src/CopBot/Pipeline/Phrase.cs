using System.Globalization;
using CopBot.Chat.Cards;

namespace CopBot.Pipeline;

/// <summary>
/// Something the bot says, in every language it speaks. Places for names and numbers are <c>{0}</c>, <c>{1}</c>.
/// </summary>
/// <param name="En">English.</param>
/// <param name="Fr">French.</param>
internal sealed record Phrase(string En, string Fr)
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

        return string.Format(culture, words, isolated);
    }
}
