using System.Runtime.InteropServices;

namespace CopBot.Matching.Experts;

/// <summary>
/// The texts of answers with those of their questions, searched by BM25. Title and topics count twice. Source:
/// Robertson, Zaragoza, Taylor: Simple BM25 extension to multiple weighted fields, CIKM 2004.
/// </summary>
internal sealed class AnswerArchive(Func<string, IReadOnlyList<string>> cut)
{
    private const double K1 = 1.2;
    private const double B = 0.75;

    private readonly Dictionary<string, List<(int Answer, int Times)>> _postings = new(StringComparer.Ordinal);
    private readonly List<int> _lengths = [];
    private long _length;

    public void Add(AskedQuestion question, string answer)
    {
        var terms = Weighted(question);
        terms.AddRange(cut(answer));
        foreach (var (term, times) in terms.CountBy(term => term, StringComparer.Ordinal))
        {
            if (!_postings.TryGetValue(term, out var postings)) _postings[term] = postings = [];
            postings.Add((_lengths.Count, times));
        }

        _lengths.Add(terms.Count);
        _length += terms.Count;
    }

    /// <summary>How well each answer fits a question, by its number; those that share no term are left out.</summary>
    public Dictionary<int, AnswerFit> FitsOf(AskedQuestion question)
    {
        var fits = new Dictionary<int, AnswerFit>();
        var mean = Math.Max(1, (double)_length / Math.Max(1, _lengths.Count));
        var asked = TermsOf(question).CountBy(term => term, StringComparer.Ordinal).ToList();
        var all = asked.Sum(pair => Rarity(pair.Key));
        foreach (var (term, _) in asked)
        {
            var rarity = Rarity(term);
            foreach (var (answer, times) in _postings.GetValueOrDefault(term, []))
            {
                var length = 1 - B + (B * _lengths[answer] / mean);
                var fit = fits.GetValueOrDefault(answer);
                fits[answer] = new(
                    fit.Score + (rarity * times * (K1 + 1) / (times + (K1 * length))), fit.Coverage + (rarity / all));
            }
        }

        return fits;
    }

    private double Rarity(string term)
    {
        // A word that nobody used yet tells no more than one that was used once.
        var known = Math.Max(1, _postings.GetValueOrDefault(term, []).Count);
        return Math.Log(1 + ((_lengths.Count - known + 0.5) / (known + 0.5)));
    }

    private List<string> TermsOf(AskedQuestion question) =>
        [.. cut(question.Title), .. cut(question.Text), .. cut(string.Join(' ', question.Topics ?? []))];

    private List<string> Weighted(AskedQuestion question)
    {
        var title = question.Title.Length > 0 ? cut(question.Title) : cut(question.Text);
        var topics = cut(string.Join(' ', question.Topics ?? []));
        var body = question.Title.Length > 0 ? cut(question.Text) : [];
        return [.. title, .. title, .. topics, .. topics, .. body];
    }
}

/// <summary>How an answer fits a question.</summary>
/// <param name="Score">BM25.</param>
/// <param name="Coverage">The share of the question’s terms that it holds, rarer ones counting more: 0 to 1.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct AnswerFit(double Score, double Coverage);
