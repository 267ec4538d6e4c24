using CopBot.Matching.Analysis;
using CopBot.Matching.Similarity;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace CopBot.Matching.Index;

/// <summary>
/// What is looked for, as the index finds it: by any of its terms. A term that nobody used yet is taken for a typing
/// fault, or for two words written as one.
/// </summary>
internal static class IndexQuery
{
    private const int MostTerms = 60;
    private const int ShortestFuzzy = 4;
    private const int TwoFaultsFrom = 8;
    private const int ShortestPart = 3;
    private const float Guessed = 0.5f;

    /// <summary>Null if nothing can be looked for.</summary>
    public static Query? Of(SoughtText sought, IndexReader reader)
    {
        var analyzer = TextAnalyzer.For(sought.Language);
        var terms = sought.Terms().CountBy(term => term, StringComparer.Ordinal)
            .Select(pair => (Term: pair.Key, pair.Value, Holders: reader.DocFreq(new(IndexDocument.Terms, pair.Key))))
            .OrderBy(one => one.Holders).Take(MostTerms).ToList();
        var query = new BooleanQuery();
        foreach (var (term, times, holders) in terms)
        {
            var part = holders > 0 ? Exactly(term) : Guess(term, analyzer, reader);
            if (part is null) continue;
            part.Boost *= times;
            query.Add(part, Occur.SHOULD);
        }

        return query.Clauses.Count == 0 ? null : query;
    }

    private static TermQuery Exactly(string term) => new(new(IndexDocument.Terms, term));

    private static Query? Guess(string term, TextAnalyzer analyzer, IndexReader reader)
    {
        if (Parts(term, analyzer, reader) is { } parts) return parts;
        if (term.Length < ShortestFuzzy) return null;
        var faults = term.Length >= TwoFaultsFrom ? 2 : 1;
        return new FuzzyQuery(new(IndexDocument.Terms, term), faults, prefixLength: 1) { Boost = Guessed };
    }

    /// <summary>The two known words that the term consists of, the rarer of which is the most common.</summary>
    private static BooleanQuery? Parts(string term, TextAnalyzer analyzer, IndexReader reader)
    {
        var best = Enumerable.Range(ShortestPart, Math.Max(0, term.Length - (2 * ShortestPart) + 1))
            .Select(at => analyzer.TermsOf($"{term[..at]} {term[at..]}"))
            .Where(parts => parts.Count == 2)
            .Select(parts => (parts, Holders: parts.Min(part => reader.DocFreq(new(IndexDocument.Terms, part)))))
            .Where(one => one.Holders > 0).OrderByDescending(one => one.Holders).FirstOrDefault();
        if (best.parts is null) return null;
        var query = new BooleanQuery { Boost = Guessed };
        foreach (var part in best.parts) query.Add(Exactly(part), Occur.SHOULD);
        return query;
    }
}
