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
        foreach (var item in items) _documents.Add(new(item, Terms.Of(title(item)), Terms.Of(body(item))));
        _titleLength = Math.Max(1, _documents.Select(d => (double)d.Title.Count).DefaultIfEmpty(1).Average());
        _bodyLength = Math.Max(1, _documents.Select(d => (double)d.Body.Count).DefaultIfEmpty(1).Average());
    }

    /// <summary>How well each text fits a query, oldest first.</summary>
    /// <param name="query">The query's text.</param>
    public IReadOnlyList<Fit<T>> FitsOf(string query)
    {
        var asked = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var term in Terms.Of(query)) asked.TryAdd(term, asked.Count);
        var counts = _documents.ConvertAll(
            document => (Title: Count(document.Title, asked), Body: Count(document.Body, asked)));
        var idf = Enumerable.Range(0, asked.Count)
            .Select(term => Idf(counts.Count(count => count.Title[term] + count.Body[term] > 0))).ToArray();
        var all = idf.Sum();
        return [.. _documents.Select((document, index) => Score(document, index, counts[index], idf, all))];
    }

    private Fit<T> Score(Document document, int index, (int[] Title, int[] Body) counts, double[] idf, double all)
    {
        var (score, covered) = (0.0, 0.0);
        for (var term = 0; term < idf.Length; term++)
        {
            var (inTitle, inBody) = (counts.Title[term], counts.Body[term]);
            if (inTitle + inBody == 0) continue;
            if (inTitle > 0) covered += idf[term];
            var frequency =
                (TitleWeight * inTitle / (1 - B + (B * document.Title.Count / _titleLength)))
                + (inBody / (1 - B + (B * document.Body.Count / _bodyLength)));
            score += idf[term] * frequency * (K1 + 1) / (K1 + frequency);
        }

        return new(document.Item, score, all > 0 ? covered / all : 0, _documents.Count - 1 - index);
    }

    private double Idf(int found)
    {
        // A word that nobody used yet tells no more than one that was used once.
        var known = Math.Max(1, found);
        return Math.Log(1 + ((_documents.Count - known + 0.5) / (known + 0.5)));
    }

    /// <summary>How often each of the terms that are asked for is in a text.</summary>
    private static int[] Count(IReadOnlyList<string> terms, Dictionary<string, int> asked)
    {
        var counts = new int[asked.Count];
        foreach (var term in terms)
        {
            if (asked.TryGetValue(term, out var index)) counts[index]++;
        }

        return counts;
    }

    private sealed record Document(T Item, IReadOnlyList<string> Title, IReadOnlyList<string> Body);
}

/// <summary>How a text fits a query.</summary>
/// <typeparam name="T">What the text belongs to.</typeparam>
/// <param name="Item">What it belongs to.</param>
/// <param name="Score">BM25F.</param>
/// <param name="Coverage">The share of the query's informative words that the title holds: 0 to 1.</param>
/// <param name="Since">How many texts came later.</param>
public sealed record Fit<T>(T Item, double Score, double Coverage, int Since);
