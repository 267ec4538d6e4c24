using System.Globalization;
using System.Text.Json;
using CopBot.Matching.Meanings;
using CopBot.Matching.Similarity;
using Lucene.Net.Search;

namespace CopBot.Matching.Index;

/// <summary>Finds by words and by meaning, and ranks what was found by everything that is known of it.</summary>
internal sealed class IndexSearch(SimilarityModel model, MeaningTrust trust, PreparedItems prepared)
{
    /// <summary>So many of those found by words are compared in all ways.</summary>
    private const int ByWords = 100;

    /// <summary>And so many of those that are found by their meaning.</summary>
    private const int ByMeaning = 50;

    /// <summary>From so many items on, topics tell something.</summary>
    private const int TellingFrom = 50;

    public IReadOnlyList<IndexMatch> Run(IndexSearcher searcher, SoughtText sought, int most)
    {
        var asked = model.Prepare(sought);
        var trusted = sought.Meaning is { } meaning && meaning.Model == trust.Model && trust.Share > 0 ? meaning : null;
        var found = Candidates(searcher, sought, trusted)
            .Select(document => Compare(searcher, document, asked, trusted)).ToList();
        var weights = trusted is null ? model.Weights : DefaultWeights.With(model.Weights, trust);
        var contributions = SimilarityRanking.Contributions([.. found.Select(one => one.Signals)], weights);
        return
        [
            .. found.Zip(contributions).OrderByDescending(pair => pair.Second.Sum()).Take(most)
                .Select(pair => new IndexMatch(
                    pair.First.Id,
                    JsonSerializer.Deserialize<KnownItem>(pair.First.Json)!,
                    pair.Second.Sum(),
                    pair.First.Covered,
                    pair.First.Signals,
                    model.Items >= TellingFrom ? Confidence.Shipped.Of(pair.First.Signals) : null,
                    pair.Second)),
        ];
    }

    private IEnumerable<int> Candidates(IndexSearcher searcher, SoughtText sought, TextMeaning? meaning)
    {
        IEnumerable<int> byWords = IndexQuery.Of(sought, searcher.IndexReader) is { } query
            ? searcher.Search(query, ByWords).ScoreDocs.Select(hit => hit.Doc)
            : [];
        return meaning is null
            ? byWords
            : byWords.Union(NearestMeanings.Of(searcher.IndexReader, meaning, trust.FoundFrom, ByMeaning));
    }

    private Candidate Compare(IndexSearcher searcher, int document, PreparedItem asked, TextMeaning? meaning)
    {
        var stored = searcher.Doc(document);
        var id = stored.Get(IndexDocument.Id, CultureInfo.InvariantCulture);
        var json = stored.Get(IndexDocument.Item, CultureInfo.InvariantCulture);
        var item = prepared.Get(model, id, json);
        var signals = model.Compare(asked, item);
        if (meaning is not null)
        {
            var bytes = NearestMeanings.StoredOf(searcher.IndexReader, document);
            var fit = ItemMeaning.FitOf(meaning, bytes.Bytes.AsSpan(bytes.Offset, bytes.Length));
            signals = signals with { Meaning = fit.Question, AllMeaning = fit.Best };
        }

        return new(id, json, signals, model.CoverageOf(asked, item));
    }

    private sealed record Candidate(string Id, string Json, Signals Signals, double Covered);
}
