using System.Numerics.Tensors;
using CopBot.Matching.Analysis;
using CopBot.Matching.Vectors;

namespace CopBot.Matching.Similarity;

/// <summary>
/// What a community's own texts teach about its words: how rare they are, which belong together. Compares what is
/// looked for with what is known in several ways.
/// </summary>
public sealed class SimilarityModel
{
    private const int Dimensions = 150;

    private readonly Bm25F _question;
    private readonly Bm25F _answers;
    private readonly Bm25F _answer;
    private readonly Spelling _titles;
    private readonly Spelling _all;
    private readonly TermVectors _topics;
    private readonly TermVectors _company;
    private readonly double _meanTerms;

    private SimilarityModel(IReadOnlyList<KnownItem> items, IReadOnlyList<ItemTerms> terms)
    {
        var (titles, bodies, answers) = (
            terms.Select(item => new TermCounts(item.Title)).ToList(),
            terms.Select(item => new TermCounts(item.Body)).ToList(),
            terms.Select(item => new TermCounts([.. item.Answers.SelectMany(answer => answer)])).ToList());
        _question = new([.. titles.Zip(bodies, (title, body) => new[] { title, body })], [2, 1], k1: 2, b: 0.6);
        _answers = new([.. answers.Select(answer => new[] { answer })], [1], k1: 1.2, b: 0.75);
        _answer = new(
            [.. terms.SelectMany(item => item.Answers).Select(answer => new[] { new TermCounts(answer) })],
            [1],
            k1: 1.2,
            b: 0.75);
        _titles = new([.. items.Select(item => item.Title)]);
        _all = new([.. items.Select(AllOf)]);
        _topics = LatentSemantics.Learn([.. terms.Select(item => item.All)], Dimensions);
        _company = WordContexts.Learn(
            [.. terms.SelectMany(item => item.Answers.Prepend(item.Question))], Dimensions);
        _meanTerms = terms.Select(item => (double)item.Question.Count).DefaultIfEmpty(0).Average();
        Items = items.Count;
    }

    private SimilarityModel(BinaryReader from)
    {
        (Items, _meanTerms) = (from.ReadInt32(), from.ReadDouble());
        (_question, _answers, _answer) = (Bm25F.Read(from), Bm25F.Read(from), Bm25F.Read(from));
        (_titles, _all) = (Similarity.Spelling.Read(from), Similarity.Spelling.Read(from));
        (_topics, _company) = (TermVectors.Read(from), TermVectors.Read(from));
    }

    /// <summary>What is known of words before anything was learnt: they are all alike.</summary>
    public static SimilarityModel Nothing { get; } = Learn([]);

    /// <summary>How many items it was learnt from.</summary>
    public int Items { get; }

    /// <summary>How much each signal counts.</summary>
    public Signals Weights => DefaultWeights.For(_meanTerms);

    /// <summary>Learns from all that a community knows.</summary>
    /// <param name="items">Any number; from none at all, words are all alike.</param>
    public static SimilarityModel Learn(IReadOnlyList<KnownItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return new(items, [.. items.Select(ItemTerms.Of)]);
    }

    /// <summary>Reads what was written.</summary>
    /// <param name="from">Where from.</param>
    public static SimilarityModel Read(BinaryReader from)
    {
        ArgumentNullException.ThrowIfNull(from);
        return new(from);
    }

    /// <summary>Writes all that was learnt.</summary>
    /// <param name="to">Where to.</param>
    public void Write(BinaryWriter to)
    {
        ArgumentNullException.ThrowIfNull(to);
        to.Write(Items);
        to.Write(_meanTerms);
        foreach (var words in new[] { _question, _answers, _answer }) words.Write(to);
        foreach (var spelling in new[] { _titles, _all }) spelling.Write(to);
        foreach (var vectors in new[] { _topics, _company }) vectors.Write(to);
    }

    /// <summary>How well each answer to one question fits what is looked for, by its words.</summary>
    /// <param name="sought">What is looked for.</param>
    /// <param name="item">The question with its answers.</param>
    public IReadOnlyList<double> FitsOfAnswers(SoughtText sought, KnownItem item)
    {
        ArgumentNullException.ThrowIfNull(sought);
        ArgumentNullException.ThrowIfNull(item);
        var terms = new TermCounts(sought.Terms());
        var analyzer = TextAnalyzer.For(item.Language);
        return [.. item.Answers.Select(answer => _answer.Score(terms, new TermCounts(analyzer.TermsOf(answer))))];
    }

    internal IReadOnlyList<string> SharedWords(SoughtText sought, KnownItem item)
    {
        var asked = sought.Terms();
        var known = ItemTerms.Of(item).All.ToHashSet(StringComparer.Ordinal);
        return [.. asked.Distinct(StringComparer.Ordinal).Where(known.Contains).OrderByDescending(_question.Rarity)];
    }

    /// <summary>The share of what is looked for that the title holds.</summary>
    internal double CoverageOf(PreparedItem sought, PreparedItem known) => _question.Coverage(sought.Body, known.Title);

    internal float[] TopicOf(IEnumerable<string> terms) => _topics.Of(terms);

    /// <summary>The share of what is asked that a reply takes up.</summary>
    internal double CoverageOf(IReadOnlyCollection<string> asked, IReadOnlyCollection<string> reply) =>
        _answer.Coverage(new(asked), new TermCounts(reply));

    internal PreparedItem Prepare(KnownItem item)
    {
        var terms = ItemTerms.Of(item);
        return new(
            new(terms.Title),
            new(terms.Body),
            new([.. terms.Answers.SelectMany(answer => answer)]),
            _titles.Of(item.Title),
            _all.Of(AllOf(item)),
            _topics.Of(terms.Question),
            _topics.Of(terms.All),
            _company.Of(terms.Question));
    }

    internal PreparedItem Prepare(SoughtText sought)
    {
        var terms = sought.Terms();
        var topic = _topics.Of(terms);
        return new(
            new(TextAnalyzer.For(sought.Language).TermsOf(sought.Title)),
            new(terms),
            new([]),
            _titles.Of(sought.Title.Length > 0 ? sought.Title : sought.Body),
            _all.Of(string.Join(' ', sought.Equivalents.Select(other => other.Text).Prepend($"{sought.Title} {sought.Body}"))),
            topic,
            topic,
            _company.Of(terms));
    }

    internal Signals Compare(PreparedItem sought, PreparedItem known) => new(
        _question.Score(sought.Body, known.Title, known.Body),
        _answers.Score(sought.Body, known.Answers),
        sought.Spelling.Dot(known.Spelling),
        sought.AllSpelling.Dot(known.AllSpelling),
        TensorPrimitives.Dot(sought.Topic, known.Topic),
        TensorPrimitives.Dot(sought.AllTopic, known.AllTopic),
        TensorPrimitives.Dot(sought.Company, known.Company));

    /// <summary>The title counts twice, as among the words.</summary>
    private static string AllOf(KnownItem item) =>
        $"{item.Title} {item.Title} {item.Body} {string.Join(' ', item.Answers)}";

    private sealed record ItemTerms(
        IReadOnlyList<string> Title, IReadOnlyList<string> Body, IReadOnlyList<IReadOnlyList<string>> Answers)
    {
        public IReadOnlyList<string> Question { get; } = [.. Title, .. Body];

        public IReadOnlyList<string> All { get; } = [.. Title, .. Body, .. Answers.SelectMany(answer => answer)];

        public static ItemTerms Of(KnownItem item)
        {
            var analyzer = TextAnalyzer.For(item.Language);
            return new(
                analyzer.TermsOf(item.Title),
                analyzer.TermsOf(item.Body),
                [.. item.Answers.Select(analyzer.TermsOf)]);
        }
    }
}
