using System.Text.Json;
using CopBot.Matching.Analysis;
using Lucene.Net.Documents;
using Lucene.Net.Util;

namespace CopBot.Matching.Experts;

/// <summary>
/// How answers and declared topics lie in the index: their terms, who, and when; of the texts nothing is kept. Title
/// and topics count twice. Source: Robertson, Zaragoza, Taylor: Simple BM25 extension to multiple weighted fields,
/// CIKM 2004.
/// </summary>
internal static class ExpertDocument
{
    public const string Key = "key";
    public const string Answer = "answer";
    public const string Declared = "declared";
    public const string Member = "member";
    public const string At = "at";
    public const string Topics = "topics";

    public static IReadOnlyList<Document> Of(string key, ExpertRecord record) => record switch
    {
        { Question: { } question } => [.. record.Answers.Select(answer => OfAnswer(key, question, answer))],
        { Member: { } member, Topics.Count: > 0 } => [OfMember(key, member, record.Topics)],
        _ => [],
    };

    /// <summary>The terms by which answers are found for a question.</summary>
    public static IReadOnlyList<string> TermsOf(AskedQuestion question)
    {
        var analyzer = TextAnalyzer.For(question.Language);
        return
        [
            .. analyzer.TermsOf(question.Title),
            .. analyzer.TermsOf(question.Text),
            .. analyzer.TermsOf(string.Join(' ', question.Topics ?? [])),
            .. question.Equivalents.SelectMany(other => TextAnalyzer.For(other.Language).TermsOf(other.Text)),
        ];
    }

    private static Document OfAnswer(string key, AskedQuestion question, GivenAnswer answer)
    {
        var analyzer = TextAnalyzer.For(question.Language);
        var title = analyzer.TermsOf(question.Title.Length > 0 ? question.Title : question.Text);
        var topics = analyzer.TermsOf(string.Join(' ', question.Topics ?? []));
        var body = question.Title.Length > 0 ? analyzer.TermsOf(question.Text) : [];
        IEnumerable<string> terms = [.. title, .. title, .. topics, .. topics, .. body,
            .. analyzer.TermsOf(answer.Text)];
        return
        [
            new StringField(Key, key, Field.Store.NO),
            new TextField(Answer, string.Join(' ', terms), Field.Store.NO),
            new BinaryDocValuesField(Member, new BytesRef(answer.MemberId.ToByteArray())),
            new NumericDocValuesField(At, answer.At.UtcTicks),
        ];
    }

    /// <summary>Topics are cut as any language's words: nobody says which they are in.</summary>
    private static Document OfMember(string key, Guid member, IReadOnlyList<string> topics) =>
    [
        new StringField(Key, key, Field.Store.NO),
        new TextField(Declared, string.Join(' ', topics.SelectMany(Terms.Of)), Field.Store.NO),
        new BinaryDocValuesField(Member, new BytesRef(member.ToByteArray())),
        new StoredField(Topics, JsonSerializer.Serialize(topics)),
    ];
}
