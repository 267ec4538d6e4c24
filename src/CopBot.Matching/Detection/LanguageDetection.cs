using System.Collections.Concurrent;
using CopBot.Matching.Analysis;
using Lingua;

namespace CopBot.Matching.Detection;

/// <summary>
/// Tells in which of some languages a text is written; reliable from a few words on. Who writes it, and where, helps.
/// </summary>
public sealed class LanguageDetection
{
    private static readonly ConcurrentDictionary<string, LanguageDetection> Known = new(StringComparer.Ordinal);

    private static readonly Dictionary<string, Language> ByCode = Enum.GetValues<Language>()
        .Where(language => language != Language.Unknown)
        .GroupBy(language => CodeOf(language), StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    private readonly string[] _codes;
    private readonly Lazy<LanguageDetector?> _detector;

    private LanguageDetection(string[] codes)
    {
        _codes = codes;
        _detector = new(() => Make([.. codes.Where(IsDetected).Select(code => ByCode[code])]));
    }

    /// <summary>Detection among some languages. What it learnt of them is loaded when it is first asked.</summary>
    /// <param name="codes">By ISO 639-1. Those without a model are told apart by nothing but who writes.</param>
    public static LanguageDetection Among(IEnumerable<string> codes)
    {
        string[] sorted = [.. codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return Known.GetOrAdd(string.Join(' ', sorted), _ => new(sorted));
    }

    /// <summary>Whether there is a model of a language.</summary>
    /// <param name="code">By ISO 639-1.</param>
    public static bool IsDetected(string code) =>
        ByCode.ContainsKey(code) && Directory.Exists(Path.Combine(AppContext.BaseDirectory, "Lingua", "LanguageModels", code));

    /// <summary>
    /// The language that a text is most likely written in; null if nothing in it tells and nobody is expected.
    /// </summary>
    /// <param name="text">Any text; addresses and names of pictures are not looked at.</param>
    /// <param name="expected">
    /// How likely each language is before the text is read, such as of the member or the place; in any measure. Null:
    /// all alike.
    /// </param>
    public string? Of(string text, IReadOnlyDictionary<string, double>? expected = null)
    {
        if (_codes.Length == 1) return _codes[0];
        var read = _detector.Value?.ComputeLanguageConfidenceValues(Prose.Of(text));
        var telling = read is not null && read.Values.Any(value => value > 0);
        var rated = _codes.Select(code =>
        {
            var seen = telling ? read!.GetValueOrDefault(ByCode.GetValueOrDefault(code)) : 1;
            var before = expected?.GetValueOrDefault(code) ?? 1;
            return (Code: code, Likely: Math.Max(seen, Least) * Math.Max(before, Least));
        }).OrderByDescending(pair => pair.Likely).ToList();
        return telling || (rated.Count > 1 && rated[0].Likely > rated[1].Likely) ? rated[0].Code : null;
    }

    /// <summary>Nothing is impossible: people write in languages that they never used before.</summary>
    private const double Least = 1e-6;

    private static LanguageDetector? Make(Language[] languages) => languages.Length < 2
        ? null
        : LanguageDetectorBuilder.FromLanguages(languages).WithPreloadedLanguageModels().Build();

    /// <summary>Norwegian has two written forms; <c>no</c> is what platforms call the one that most write.</summary>
    private static string CodeOf(Language language) =>
        language == Language.Bokmal ? "nb" : language.IsoCode6391().ToString().ToLowerInvariant();
}
