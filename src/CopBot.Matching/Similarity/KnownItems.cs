namespace CopBot.Matching.Similarity;

/// <summary>All that a community knows, ready to be searched.</summary>
/// <typeparam name="T">What the items belong to.</typeparam>
public sealed class KnownItems<T>
    where T : notnull
{
    /// <summary>So many are compared in all ways; the others only by their words.</summary>
    private const int Compared = 100;

    private readonly SimilarityModel _model;
    private readonly IReadOnlyList<(T Key, PreparedItem Item)> _items;

    /// <summary>Takes in items.</summary>
    /// <param name="model">What was learnt from them or from an earlier state of them.</param>
    /// <param name="items">All of them.</param>
    public KnownItems(SimilarityModel model, IEnumerable<(T Key, KnownItem Item)> items)
    {
        _model = model;
        _items = [.. items.Select(pair => (pair.Key, model.Prepare(pair.Item)))];
    }

    /// <summary>What fits, best first.</summary>
    /// <param name="sought">What is looked for.</param>
    public IReadOnlyList<Match<T>> Search(SoughtText sought)
    {
        var prepared = _model.Prepare(sought);
        var found = _items
            .Select(pair => (
                pair.Key,
                Signals: _model.Compare(prepared, pair.Item),
                Coverage: _model.CoverageOf(prepared, pair.Item)))
            .OrderByDescending(pair => pair.Signals.Words + pair.Signals.AnswerWords)
            .Take(Compared).ToList();
        return Ranked(found);
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
                    _model.Compare(prepared, pair.Item) with { Given = given[pair.Key] },
                    _model.CoverageOf(prepared, pair.Item))),
        ]);
    }

    private IReadOnlyList<Match<T>> Ranked(IReadOnlyList<(T Key, Signals Signals, double Coverage)> found)
    {
        var scores = SimilarityRanking.Scores([.. found.Select(pair => pair.Signals)], _model.Weights);
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
