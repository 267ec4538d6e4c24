using System.Text.Json;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace CopBot.Matching.Experts;

/// <summary>One look into the index of experts.</summary>
internal sealed class ExpertSearch(IndexSearcher searcher)
{
    /// <summary>So many answers tell who knows; those that fit worse weigh next to nothing.</summary>
    private const int MostAnswers = 1000;

    /// <summary>From so many answers on, common words are not looked for by themselves.</summary>
    private const int Many = 50_000;

    /// <summary>A common word is in one of so many.</summary>
    private const int OftenOne = 50;

    private const int MostDeclared = 300;
    private const int MostTerms = 1000;

    private readonly IndexReader _reader = searcher.IndexReader;

    public FoundExperts Find(AskedQuestion question, string? except) =>
        new(AnswersTo(question, except), DeclaredFor(question));

    private IReadOnlyList<AnswerFit> AnswersTo(AskedQuestion question, string? except)
    {
        var answers = _reader.GetDocCount(ExpertDocument.Answer);
        var terms = ExpertDocument.TermsOf(question).Distinct(StringComparer.Ordinal)
            .Select(term => (Term: term, Rarity: Rarity(answers, _reader.DocFreq(new(ExpertDocument.Answer, term)))))
            .OrderByDescending(pair => pair.Rarity).ThenBy(pair => pair.Term,
                StringComparer.Ordinal).Take(MostTerms).ToList();
        if (answers <= 0 || terms.Count == 0) return [];
        var query = QueryOf(terms, answers);
        if (except is not null) query.Add(new TermQuery(new(ExpertDocument.Key, except)), Occur.MUST_NOT);
        var hits = searcher.Search(query, MostAnswers).ScoreDocs;
        var covered = Coverage(terms, [.. hits.Select(hit => hit.Doc).Order()]);
        return [.. hits.Select(hit => FitOf(hit, covered[hit.Doc]))];
    }

    /// <summary>
    /// By any of the terms; among very many answers by any of the rarer ones, the common ones counting only where those
    /// are: nobody waits for a word that every twentieth answer holds.
    /// </summary>
    private static BooleanQuery QueryOf(IReadOnlyList<(string Term, double Rarity)> terms, int answers)
    {
        var common = answers > Many ? Rarity(answers, answers / OftenOne) : 0;
        var (query, rare) = (new BooleanQuery(), new BooleanQuery());
        foreach (var (term, rarity) in terms)
        {
            (rarity >= common ? rare : query).Add(new TermQuery(new(ExpertDocument.Answer, term)), Occur.SHOULD);
        }

        if (rare.Clauses.Count == 0) return query;
        query.Add(rare, Occur.MUST);
        return query;
    }

    private AnswerFit FitOf(ScoreDoc hit, double coverage)
    {
        var leaf = _reader.Leaves[ReaderUtil.SubIndex(hit.Doc, _reader.Leaves)];
        var at = leaf.AtomicReader.GetNumericDocValues(ExpertDocument.At).Get(hit.Doc - leaf.DocBase);
        return new(MemberOf(hit.Doc), hit.Score, coverage, new(at, TimeSpan.Zero));
    }

    /// <summary>The share of a question's terms that each answer holds, rarer ones counting more.</summary>
    private Dictionary<int,
        double> Coverage(IReadOnlyList<(string Term, double Rarity)> terms, IReadOnlyList<int> documents)
    {
        var covered = documents.ToDictionary(document => document, _ => 0.0);
        var all = terms.Sum(pair => pair.Rarity);
        foreach (var (term, rarity) in terms)
        {
            var postings = MultiFields.GetTermDocsEnum(_reader, null, ExpertDocument.Answer, new(term), DocsFlags.NONE);
            if (postings is null) continue;
            foreach (var document in documents)
            {
                if (postings.DocID < document && postings.Advance(document) == DocIdSetIterator.NO_MORE_DOCS) break;
                if (postings.DocID == document) covered[document] += rarity / all;
            }
        }

        return covered;
    }

    private IReadOnlyList<ExpertCandidate> DeclaredFor(AskedQuestion question)
    {
        var query = new BooleanQuery();
        foreach (var term in Terms.Of(AllOf(question)).Distinct(StringComparer.Ordinal).Take(MostTerms))
        {
            query.Add(new TermQuery(new(ExpertDocument.Declared, term)), Occur.SHOULD);
        }

        return query.Clauses.Count == 0
            ? []
            : [.. searcher.Search(query, MostDeclared).ScoreDocs.Select(hit => new ExpertCandidate(
                MemberOf(hit.Doc),
                    JsonSerializer.Deserialize<string[]>(searcher.Doc(hit.Doc).Get(ExpertDocument.Topics))!))];
    }

    /// <summary>Declared topics may be in any language.</summary>
    internal static string AllOf(AskedQuestion question) =>
        string.Join(' ', question.Equivalents.Select(other => other.Text).Prepend($"{question.Title} {question.Text}"));

    private Guid MemberOf(int document)
    {
        var leaf = _reader.Leaves[ReaderUtil.SubIndex(document, _reader.Leaves)];
        var bytes = new BytesRef();
        leaf.AtomicReader.GetBinaryDocValues(ExpertDocument.Member).Get(document - leaf.DocBase, bytes);
        return new(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length));
    }

    /// <summary>A word that nobody used yet tells no more than one that was used once.</summary>
    private static double Rarity(int answers, int holders) =>
        Math.Log(1 + ((answers - Math.Max(1, holders) + 0.5) / (Math.Max(1, holders) + 0.5)));
}
