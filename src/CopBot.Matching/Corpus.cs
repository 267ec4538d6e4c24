namespace CopBot.Matching;

/// <summary>
/// Texts with a title and a body, searched by BM25F: the title counts twice. Source: Robertson, Zaragoza, Taylor:
/// Simple
/// BM25 extension to multiple weighted fields, CIKM 2004.
/// </summary>
/// <typeparam name="T">What the texts belong to.</typeparam>
public sealed class Corpus<T>
{
    private const double K1 = 1.2;
    private const double B = 0.75;
    private const double TitleWeight = 2;

    private readonly List<Document> _documents = [];
    private readonly Dictionary<string, int> _frequency = new(StringComparer.Ordinal);
    private readonly double _titleLength;
    private readonly double _bodyLength;

    /// <summary>Takes in texts, in the order of their time.</summary>
    /// <param name="items">All of them.</param>
    /// <param name="title">An item's title.</param>
    /// <param name="body">An item's body.</param>
    public Corpus(IEnumerable<T> items, Func<T, string> title, Func<T, string> body)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(body);
        foreach (var item in items)
        {
            var document = new Document(item, Count(title(item)), Count(body(item)));
            _documents.Add(document);
            foreach (var term in document.Title.Keys.Union(document.Body.Keys, StringComparer.Ordinal))
            {
                _frequency[term] = _frequency.GetValueOrDefault(term) + 1;
            }
        }

        _titleLength = Math.Max(1, _documents.Select(d => (double)d.TitleLength).DefaultIfEmpty(1).Average());
        _bodyLength = Math.Max(1, _documents.Select(d => (double)d.BodyLength).DefaultIfEmpty(1).Average());
    }

    /// <summary>How well each text fits a query, oldest first.</summary>
    /// <param name="query">The query's text.</param>
    public IReadOnlyList<Fit<T>> FitsOf(string query)
    {
        var asked = Terms.Of(query).Distinct(StringComparer.Ordinal).ToList();
        var weights = asked.ToDictionary(term => term, Idf, StringComparer.Ordinal);
        var all = weights.Values.Sum();
        return [.. _documents.Select((document, index) => Score(document, index, weights, all))];
    }

    private Fit<T> Score(Document document, int index, Dictionary<string, double> weights, double all)
    {
        var (score, covered) = (0.0, 0.0);
        foreach (var (term, idf) in weights)
        {
            var inTitle = document.Title.GetValueOrDefault(term);
            var inBody = document.Body.GetValueOrDefault(term);
            if (inTitle + inBody == 0) continue;
            if (inTitle > 0) covered += idf;
            var frequency =
                (TitleWeight * inTitle / (1 - B + (B * document.TitleLength / _titleLength)))
                + (inBody / (1 - B + (B * document.BodyLength / _bodyLength)));
            score += idf * frequency * (K1 + 1) / (K1 + frequency);
        }

        return new(document.Item, score, all > 0 ? covered / all : 0, _documents.Count - 1 - index);
    }

    private double Idf(string term)
    {
        // A word that nobody used yet tells no more than one that was used once.
        var found = Math.Max(1, _frequency.GetValueOrDefault(term));
        return Math.Log(1 + ((_documents.Count - found + 0.5) / (found + 0.5)));
    }

    private static Dictionary<string, int> Count(string text) => Terms.Of(text)
        .GroupBy(term => term, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    private sealed record Document(T Item, Dictionary<string, int> Title, Dictionary<string, int> Body)
    {
        public int TitleLength { get; } = Title.Values.Sum();

        public int BodyLength { get; } = Body.Values.Sum();
    }
}

/// <summary>How a text fits a query.</summary>
/// <typeparam name="T">What the text belongs to.</typeparam>
/// <param name="Item">What it belongs to.</param>
/// <param name="Score">BM25F.</param>
/// <param name="Coverage">The share of the query's informative words that the title holds: 0 to 1.</param>
/// <param name="Since">How many texts came later.</param>
public sealed record Fit<T>(T Item, double Score, double Coverage, int Since);
