using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace CopBot.Matching.Analysis;

/// <summary>
/// Cuts a text into the terms by which texts are compared: lower case, without accents and stop words, reduced to their
/// stems by the rules of one language.
/// </summary>
public sealed class TextAnalyzer
{
    private static readonly Dictionary<string, TextAnalyzer> All = Languages.Analyzers.ToDictionary(
        pair => pair.Key, pair => new TextAnalyzer(pair.Value), StringComparer.OrdinalIgnoreCase);

    private static readonly TextAnalyzer Plain = new(Languages.Plain);

    private readonly Lazy<Analyzer> _analyzer;

    private TextAnalyzer(Func<Analyzer> make) => _analyzer = new(make);

    /// <summary>The analyzer of a language; words as they are written where its rules are not known.</summary>
    /// <param name="language">A code of ISO 639-1, such as <c>en</c>.</param>
    public static TextAnalyzer For(string language) => All.GetValueOrDefault(language, Plain);

    /// <summary>The terms of a text in order, repetitions included.</summary>
    /// <param name="text">Any text. Addresses and the names of pictures are left out.</param>
    public IReadOnlyList<string> TermsOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var terms = new List<string>((text.Length / 8) + 1);
        using var stream = _analyzer.Value.GetTokenStream("text", Prose.Of(text));
        var term = stream.GetAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken()) terms.Add(Prose.WithoutAccents(term.ToString()!));
        stream.End();
        return terms;
    }
}
