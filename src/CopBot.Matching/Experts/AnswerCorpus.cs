namespace CopBot.Matching.Experts;

/// <summary>
/// The answers of a community as a corpus: BM25F over the question, which counts twice, and the answer. Source:
/// Robertson, Zaragoza, Taylor: Simple BM25 extension to multiple weighted fields, CIKM 2004.
/// </summary>
public sealed class AnswerCorpus
{
    private const double K1 = 1.2;
    private const double B = 0.75;
    private const double QuestionWeight = 2;

    private readonly List<Document> _documents = [];
    private readonly Dictionary<string, int> _frequency = new(StringComparer.Ordinal);
    private readonly double _questionLength;
    private readonly double _answerLength;

    /// <summary>Takes in answers, whatever their order.</summary>
    /// <param name="answers">All of them.</param>
    public AnswerCorpus(IEnumerable<AnswerRecord> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        foreach (var answer in answers.OrderBy(answer => answer.At))
        {
            var document = new Document(answer, Count(answer.Question), Count(answer.Answer));
            _documents.Add(document);
            foreach (var term in document.Question.Keys.Union(document.Answer.Keys, StringComparer.Ordinal))
            {
                _frequency[term] = _frequency.GetValueOrDefault(term) + 1;
            }
        }

        _questionLength = Math.Max(1, _documents.Select(d => (double)d.QuestionLength).DefaultIfEmpty(1).Average());
        _answerLength = Math.Max(1, _documents.Select(d => (double)d.AnswerLength).DefaultIfEmpty(1).Average());
    }

    /// <summary>How well each answer fits a question, oldest first.</summary>
    /// <param name="question">The question's text.</param>
    public IReadOnlyList<Fit> FitsOf(string question)
    {
        var asked = Terms.Of(question).Distinct(StringComparer.Ordinal).ToList();
        var weights = asked.ToDictionary(term => term, Idf, StringComparer.Ordinal);
        var all = weights.Values.Sum();
        return [.. _documents.Select((document, index) => Score(document, index, weights, all))];
    }

    private Fit Score(Document document, int index, Dictionary<string, double> weights, double all)
    {
        var (score, covered) = (0.0, 0.0);
        foreach (var (term, idf) in weights)
        {
            var inQuestion = document.Question.GetValueOrDefault(term);
            var inAnswer = document.Answer.GetValueOrDefault(term);
            if (inQuestion + inAnswer == 0) continue;
            if (inQuestion > 0) covered += idf;
            var frequency =
                (QuestionWeight * inQuestion / (1 - B + (B * document.QuestionLength / _questionLength)))
                + (inAnswer / (1 - B + (B * document.AnswerLength / _answerLength)));
            score += idf * frequency * (K1 + 1) / (K1 + frequency);
        }

        return new(document.Record, score, all > 0 ? covered / all : 0, _documents.Count - 1 - index);
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

    private sealed record Document(
        AnswerRecord Record, Dictionary<string, int> Question, Dictionary<string, int> Answer)
    {
        public int QuestionLength { get; } = Question.Values.Sum();

        public int AnswerLength { get; } = Answer.Values.Sum();
    }
}

/// <summary>How an answer fits a question.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Score">BM25F.</param>
/// <param name="Coverage">The share of the question's informative words that its own question holds: 0 to 1.</param>
/// <param name="Since">How many answers were given since.</param>
public sealed record Fit(AnswerRecord Answer, double Score, double Coverage, int Since);
