using System.Globalization;
using System.Text.Json;
using CopBot.Matching.Meanings;
using CopBot.Matching.Similarity;
using Lucene.Net.Search;

namespace CopBot.Matching.Index;

/// <summary>Finds by words and by meaning, and ranks what was found by everything that is known of it.</summary>
internal sealed class IndexSearch(Learning learning, PreparedItems prepared)
{
    /// <summary>So many of those found by words are compared in all ways.</summary>
    private const int ByWords = 100;

    /// <summary>And so many of those that are found by their meaning.</summary>
    private const int ByMeaning = 50;

    /// <summary>From so many items on, topics tell something.</summary>
    private const int TellingFrom = 50;

    private readonly SimilarityModel _words = learning.Words;
    private readonly MeaningTrust _trust = learning.Trust;

    public IReadOnlyList<IndexMatch> Run(IndexSearcher searcher, SoughtText sought, int most)
    {
        var trusted = sought.Meaning is { } meaning && meaning.Model == _trust.Model && _trust.Share > 0 ? meaning
            : null;
        var found = Found(searcher, sought, trusted);
        var weights = learning.Presses.Applied(
            trusted is null ? _words.Weights : DefaultWeights.With(_words.Weights, _trust));
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
                    _words.Items >= TellingFrom ? learning.Presses.Sure(pair.First.Signals) : null,
                    pair.Second)),
        ];
    }

    /// <summary>Everything found for something that was asked before, and what was said of one of it.</summary>
    /// <returns>Null if what was shown is not found any more.</returns>
    public JudgedFind? Judged(IndexSearcher searcher, Pressed pressed)
    {
        var found = Found(searcher, pressed.Sought, meaning: null);
        var scores = SimilarityRanking.Scores([.. found.Select(one => one.Signals)], _words.Weights);
        var ranked = found.Zip(scores).OrderByDescending(pair => pair.Second).Select(pair => pair.First).ToList();
        var shown = ranked.FindIndex(one => one.Id == pressed.Shown);
        return shown < 0 ? null : new([.. ranked.Select(one => one.Signals)], shown, pressed.Solved);
    }

    private List<Candidate> Found(IndexSearcher searcher, SoughtText sought, TextMeaning? meaning)
    {
        var asked = _words.Prepare(sought);
        return [.. Candidates(searcher, sought,
            meaning).Select(document => Compare(searcher, document, asked, meaning))];
    }

    private IEnumerable<int> Candidates(IndexSearcher searcher, SoughtText sought, TextMeaning? meaning)
    {
        IEnumerable<int> byWords = IndexQuery.Of(sought, searcher.IndexReader) is { } query
            ? searcher.Search(query, ByWords).ScoreDocs.Select(hit => hit.Doc)
            : [];
        return meaning is null
            ? byWords
            : byWords.Union(NearestMeanings.Of(searcher.IndexReader, meaning, _trust.FoundFrom, ByMeaning));
    }

    private Candidate Compare(IndexSearcher searcher, int document, PreparedItem asked, TextMeaning? meaning)
    {
        var stored = searcher.Doc(document);
        var id = stored.Get(IndexDocument.Id, CultureInfo.InvariantCulture);
        var json = stored.Get(IndexDocument.Item, CultureInfo.InvariantCulture);
        var item = prepared.Get(_words, id, json);
        var signals = _words.Compare(asked, item);
        if (meaning is not null)
        {
            var bytes = NearestMeanings.StoredOf(searcher.IndexReader, document);
            var fit = ItemMeaning.FitOf(meaning, bytes.Bytes.AsSpan(bytes.Offset, bytes.Length));
            signals = signals with { Meaning = fit.Question, AllMeaning = fit.Best };
        }

        return new(id, json, signals, _words.CoverageOf(asked, item));
    }

    private sealed record Candidate(string Id, string Json, Signals Signals, double Covered);
}
