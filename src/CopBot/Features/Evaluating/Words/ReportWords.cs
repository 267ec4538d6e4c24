using System.Globalization;
using CopBot.Evaluation.Report;
using CopBot.Pipeline;

namespace CopBot.Features.Evaluating.Words;

/// <summary>The words of the report.</summary>
internal static class ReportWords
{
    private static readonly Phrase Hours = new("{0} h", "{0} h");
    private static readonly Phrase Days = new("{0} days", "{0} jours");
    private static readonly Phrase Months = new("{0} months", "{0} mois");
    private static readonly Phrase Between = new("{0} to {1}", "{0} à {1}");
    private static readonly Phrase Open = new("not reached", "non atteint");

    private static readonly Phrase[] StageNames =
    [
        new("potential", "potentielle"), new("coalescing", "en formation"), new("maturing", "en croissance"),
        new("stewardship", "en maturité"), new("transformation", "en transformation"), new("dormant", "dormante"),
    ];

    private static readonly Dictionary<RefusalReason, Phrase> Reasons = new()
    {
        [RefusalReason.Months] = new(
            "Not said: there are {0} complete months, it takes {1}.", "Non dit : il y a {0} mois complets, il en faut {1}."),
        [RefusalReason.MonthsAround] = new(
            "Not said: there are {0} months on the shorter side of the change, it takes {1}.",
            "Non dit : il y a {0} mois du côté le plus court du changement, il en faut {1}."),
        [RefusalReason.Contributions] = new(
            "Not said: there are {0} contributions, it takes {1}.", "Non dit : il y a {0} contributions, il en faut {1}."),
        [RefusalReason.Members] = new(
            "Not said: the smaller group has {0} members, it takes {1}.",
            "Non dit : le plus petit groupe a {0} membres, il en faut {1}."),
        [RefusalReason.Annotation] = new(
            "Not said: no such dated fact was entered.", "Non dit : aucun fait daté de ce genre n’a été saisi."),
        [RefusalReason.Collinear] = new(
            "Not said: what might matter never came apart.", "Non dit : ce qui pourrait compter n’a jamais varié séparément."),
        [RefusalReason.Sister] = new(
            "Not said: there is no sister community to hold it against.", "Non dit : il n’y a pas de communauté sœur à comparer."),
        [RefusalReason.NotParallel] = new(
            "Not said: the sister community was going another way before (p = {0:0.###}).",
            "Non dit : la communauté sœur évoluait autrement auparavant (p = {0:0.###})."),
    };

    private static readonly Dictionary<string, FigureWords> All = new[]
    {
        WhoWords.All, HealthWords.All, NetworkWords.All, GiveAndTakeWords.All, FormalisationWords.All, FundingWords.All,
        ExpiryWords.All, ValueWords.All, AttributionWords.All,
    }.SelectMany(words => words).ToDictionary(words => words.Id, StringComparer.Ordinal);

    /// <summary>The sections in their order, with what each is called.</summary>
    public static IReadOnlyList<(string Id, Phrase Title)> Sections { get; } =
    [
        ("who", new("Who and what", "Qui et quoi")),
        ("health", new("Community health", "Santé de la communauté")),
        ("network", new("Who helps whom", "Qui aide qui")),
        ("give-and-take", new("1. Give and take of leaders", "1. Donner et recevoir : les responsables")),
        ("formalisation", new("2. Formalisation", "2. Formalisation")),
        ("funding", new("3. Funding", "3. Financement")),
        ("expiry", new("4. Expiry date", "4. Date d’expiration")),
        ("value", new("Value", "Valeur")),
        ("attribution", new("Attribution", "Attribution à la communauté")),
    ];

    public static FigureWords Of(string id) => All[id];

    public static string StageName(int stage, Language language) => StageNames[stage].In(language);

    /// <summary>The figure in words: with its unit, or why there is none.</summary>
    public static string Value(Figure figure, Language language) => figure switch
    {
        { Refusal: { } refusal } => Reasons[refusal.Reason].In(language, refusal.Has, refusal.Needs),
        { Value: { } value } => In(Of(figure.Id).Unit, value, language),
        { N: > 0 } when Of(figure.Id).Unit is ReportUnit.Hours or ReportUnit.Days or ReportUnit.Months =>
            Open.In(language),
        _ => "–",
    };

    /// <summary>Its 95 % interval; null without one.</summary>
    public static string? Interval(Figure figure, Language language)
    {
        if (figure is not { Value: not null, Low: not null } and not { Value: not null, High: not null }) return null;
        var unit = Of(figure.Id).Unit;
        string End(double? end) => end is { } known ? In(unit, known, language) : "∞";
        return Between.In(language, End(figure.Low), End(figure.High));
    }

    private static string In(ReportUnit unit, double value, Language language)
    {
        var culture = CultureInfo.GetCultureInfo(language == Language.French ? "fr-FR" : "en-GB");
        return unit switch
        {
            ReportUnit.N => value.ToString("N0", culture),
            ReportUnit.Share => value.ToString("P1", culture),
            ReportUnit.Small => value.ToString("0.####", culture),
            ReportUnit.Hours => Hours.In(language, value.ToString("0.#", culture)),
            ReportUnit.Days => Days.In(language, value.ToString("0.#", culture)),
            ReportUnit.Months => Months.In(language, value.ToString("0.#", culture)),
            ReportUnit.Stage => StageName((int)value, language),
            _ => value.ToString("0.##", culture),
        };
    }
}
