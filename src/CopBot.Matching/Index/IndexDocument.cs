using System.Text.Json;
using CopBot.Matching.Analysis;
using CopBot.Matching.Similarity;
using Lucene.Net.Documents;
using Lucene.Net.Util;

namespace CopBot.Matching.Index;

/// <summary>
/// An item as the index keeps it: its terms, by which it is found, and itself, by which it is compared.
/// </summary>
internal static class IndexDocument
{
    public const string Id = "id";
    public const string Terms = "terms";
    public const string Item = "item";
    public const string Meaning = "meaning";

    public static Document Of(string id, KnownItem item)
    {
        var analyzer = TextAnalyzer.For(item.Language);
        var title = string.Join(' ', analyzer.TermsOf(item.Title));
        var rest = string.Join(' ', item.Answers.Prepend(item.Body).SelectMany(analyzer.TermsOf));
        Document document =
        [
            new StringField(Id, id, Field.Store.YES),
            new TextField(Terms, $"{title} {title} {rest}", Field.Store.NO),
            new StoredField(Item, JsonSerializer.Serialize(item)),
        ];
        if (item.Meaning is { } meaning) document.Add(new BinaryDocValuesField(Meaning,
            new BytesRef(meaning.ToBytes())));
        return document;
    }
}
