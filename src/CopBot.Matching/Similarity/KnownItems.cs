using CopBot.Matching.Meanings;

namespace CopBot.Matching.Similarity;

/// <summary>All that a community knows, ready to be searched.</summary>
/// <typeparam name="T">What the items belong to.</typeparam>
public sealed class KnownItems<T>
    where T : notnull
{
    /// <summary>So many are compared in all ways; the others only by their words.</summary>
    private const int Compared = 100;

    private readonly SimilarityModel _model;
    private readonly MeaningTrust _trust;
    private readonly IReadOnlyList<(T Key, PreparedItem Item, ItemMeaning? Meaning)> _items;

    /// <summary>Takes in items.</summary>
    /// <param name="model">What was learnt from them or from an earlier state of them.</param>
    /// <param name="items">All of them.</param>
    public KnownItems(SimilarityModel model, IEnumerable<(T Key, KnownItem Item)> items)
    {
        _model = model;
        var all = items.ToList();
        _items = [.. all.Select(pair => (pair.Key, model.Prepare(pair.Item), pair.Item.Meaning))];
        _trust = MeaningTrust.Learn(model, [.. all.Select(pair => pair.Item)]);
    }

    /// <summary>What fits, best first.</summary>
    /// <param name="sought">What is looked for.</param>
    public IReadOnlyList<Match<T>> Search(SoughtText sought)
    {
        var prepared = _model.Prepare(sought);
        var found = _items
            .Select(pair => (
                pair.Key,
                Signals: Compare(sought, prepared, pair),
                Coverage: _model.CoverageOf(prepared, pair.Item)))
            .OrderByDescending(pair => pair.Signals.Words + pair.Signals.AnswerWords)
            .Take(Compared).ToList();
        return Ranked(found, sought);
    }

    /// <summary>How given candidates fit, best first.</summary>
    /// <param name="sought">What is looked for.</param>
    /// <param name="given">What somebody else’s search engine thinks of each candidate: the more, the better.</param>
    public IReadOnlyList<Match<T>> Rank(SoughtText sought, IReadOnlyDictionary<T, double> given)
    {
        ArgumentNullException.ThrowIfNull(given);
        var prepared = _model.Prepare(sought);
        return Ranked(
        [
            .. _items.Where(pair => given.ContainsKey(pair.Key))
                .Select(pair => (
                    pair.Key,
                    Compare(sought, prepared, pair) with { Given = given[pair.Key] },
                    _model.CoverageOf(prepared, pair.Item))),
        ],
            sought);
    }

    private Signals Compare(SoughtText sought, PreparedItem prepared,
        (T Key, PreparedItem Item, ItemMeaning? Meaning) known)
    {
        var signals = _model.Compare(prepared, known.Item);
        if (sought.Meaning is not { } meaning) return signals;
        var fit = known.Meaning?.FitOf(meaning) ?? MeaningFit.Unknown;
        return signals with { Meaning = fit.Question, AllMeaning = fit.Best };
    }

    private IReadOnlyList<Match<T>> Ranked(
        IReadOnlyList<(T Key, Signals Signals, double Coverage)> found, SoughtText sought)
    {
        var weights = sought.Meaning is null ? _model.Weights : DefaultWeights.With(_model.Weights, _trust);
        var scores = SimilarityRanking.Scores([.. found.Select(pair => pair.Signals)], weights);
        return
        [
            .. found.Zip(scores, (pair, score) => new Match<T>(pair.Key, score, pair.Signals, pair.Coverage))
                .OrderByDescending(match => match.Score),
        ];
    }
}

/// <summary>How an item fits what is looked for.</summary>
/// <typeparam name="T">What the item belongs to.</typeparam>
/// <param name="Key">What it belongs to.</param>
/// <param name="Score">Comparable within one search only.</param>
/// <param name="Signals">What made the score.</param>
/// <param name="Coverage">
/// The share of what is looked for that the title holds, rarer words counting more: 0 to 1.
/// </param>
public sealed record Match<T>(T Key, double Score, Signals Signals, double Coverage);
