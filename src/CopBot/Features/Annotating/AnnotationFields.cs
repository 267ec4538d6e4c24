using System.Globalization;
using CopBot.Chat.Cards;
using CopBot.Pipeline;

namespace CopBot.Features.Annotating;

/// <summary>What an annotation consists of, in a form and in words.</summary>
internal static class AnnotationFields
{
    public static readonly Field Kind = new("kind", "");
    public static readonly Field From = new("from", "") { MaxLength = 10 };
    public static readonly Field To = new("to", "") { Required = false, MaxLength = 10 };
    public static readonly Field Amount = new("amount", "") { Required = false, MaxLength = 30 };
    public static readonly Field Item = new("item", "") { Required = false };
    public static readonly Field Text = new("text", "") { MaxLength = 300 };

    private static readonly (string Id, Phrase Name)[] Kinds =
    [
        ("funding", new("funding", "financement")),
        ("formalisation", new("formalisation step", "étape de formalisation")),
        ("leadership_change", new("leadership change", "changement de direction")),
        ("external_event", new("external event", "événement extérieur")),
        ("platform_change", new("platform change", "changement de plateforme")),
        ("decision", new("decision of the community", "décision de la communauté")),
        ("meeting", new("meeting or event that was held", "réunion ou événement tenu")),
        ("stage", new("stage of the community", "stade de la communauté")),
        ("charter", new("charter or purpose", "charte ou objet")),
        ("survey", new("survey, with its result", "enquête, avec son résultat")),
        ("closing", new("closing of the community", "clôture de la communauté")),
    ];

    /// <summary>The ten items of formalisation, in their order (docs/evaluation.md).</summary>
    private static readonly Phrase[] Items =
    [
        new("1 charter", "1 charte"), new("2 elected or appointed governance", "2 gouvernance élue ou nommée"),
        new("3 named secretariat", "3 secrétariat désigné"), new("4 budget line of its own", "4 ligne budgétaire propre"),
        new("5 work plan with targets", "5 plan de travail chiffré"), new("6 membership rules", "6 règles d’adhésion"),
        new("7 reporting to a sponsor", "7 rapports à un bailleur"), new("8 agenda set by a sponsor", "8 ordre du jour fixé par un bailleur"),
        new("9 mandate in job descriptions", "9 mandat dans les fiches de poste"), new("10 legal registration", "10 enregistrement légal"),
    ];

    private static readonly Phrase KindLabel = new("What kind", "De quelle sorte");
    private static readonly Phrase FromLabel = new("Since (2024-05 or 2024-05-16)", "Depuis (2024-05 ou 2024-05-16)");
    private static readonly Phrase ToLabel = new("Until, if it ends", "Jusqu’à, si cela finit");
    private static readonly Phrase AmountLabel = new("Of funding: amount and currency (250000 USD)", "Financement : montant et devise (250000 USD)");
    private static readonly Phrase ItemLabel = new("Of formalisation: which item", "Formalisation : quel élément");
    private static readonly Phrase TextLabel = new("What it is, and what shows it", "De quoi il s’agit, et ce qui le montre");

    public static IReadOnlyList<Field> All { get; } = [Kind, From, To, Amount, Item, Text];

    public static IReadOnlyList<Field> In(Language language) =>
    [
        Kind with { Label = KindLabel.In(language),
            Choices = [.. Kinds.Select(kind => new Choice(kind.Id, kind.Name.In(language)))] },
        From with { Label = FromLabel.In(language) },
        To with { Label = ToLabel.In(language) },
        Amount with { Label = AmountLabel.In(language) },
        Item with
        {
            Label = ItemLabel.In(language),
            Choices = [.. Items.Select((item, place) => new Choice($"{place + 1}", item.In(language)))],
        },
        Text with { Label = TextLabel.In(language) },
    ];

    public static string NameOf(string kind, Language language) =>
        Array.Find(Kinds, one => one.Id == kind).Name?.In(language) ?? kind;

    /// <summary>The kind that a word means, in either language.</summary>
    public static string? KindOf(string word)
    {
        var said = word.Trim().Replace(' ', '_').ToLowerInvariant();
        return Array.Find(Kinds, one => one.Id == said || one.Id.Split('_')[0] == said.Split('_')[0]
            || one.Name.Fr.StartsWith(word.Trim(), StringComparison.OrdinalIgnoreCase)).Id;
    }

    /// <summary>A day, or the first or last of a month or year.</summary>
    public static DateOnly? DayOf(string text, bool isEnd)
    {
        string[] forms = ["yyyy-MM-dd", "yyyy-MM", "yyyy"];
        for (var form = 0; form < forms.Length; form++)
        {
            if (!DateOnly.TryParseExact(text.Trim(), forms[form], CultureInfo.InvariantCulture, DateTimeStyles.None,
                out var day))
            {
                continue;
            }

            if (!isEnd || form == 0) return day;
            return form == 1 ? day.AddMonths(1).AddDays(-1) : day.AddYears(1).AddDays(-1);
        }

        return null;
    }

    /// <summary><c>250 000 USD</c>; null where nothing is said. False where it is no amount.</summary>
    public static bool TryAmount(string text, out (decimal Amount, string Currency)? amount)
    {
        amount = null;
        var said = text.Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal)
            .Replace("\u202F", "", StringComparison.Ordinal).ToUpperInvariant();
        if (said.Length == 0) return true;
        if (said.Length < 4 || !said[^3..].All(char.IsAsciiLetterUpper)) return false;
        var number = said[..^3].Replace(",", "", StringComparison.Ordinal);
        if (!decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
            out var value)) return false;
        amount = (value, said[^3..]);
        return true;
    }
}
