using System.Globalization;

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

    public string In(Language language, params ReadOnlySpan<object?> arguments)
    {
        var (words, culture) = language == Language.French ? (Fr, French) : (En, English);
        return arguments.Length == 0 ? words : string.Format(culture, words, arguments);
    }
}
