using CopBot.Matching.Index;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;

namespace CopBot.Matching.Experts;

/// <summary>
/// Who answered what, and who says that they know of what: found by the words of a question, however much there is.
/// Derived and disposable. One writes, many search.
/// </summary>
public sealed class ExpertIndex : IDisposable
{
    private readonly IndexFiles _files;
    private bool _gone;

    private ExpertIndex(Lucene.Net.Store.Directory directory) => _files = new(directory, new AnswerSimilarity());

    /// <summary>Something was taken in that is not on disk.</summary>
    public bool IsAhead => _files.Writer.HasUncommittedChanges();

    /// <summary>Opens one, or begins one.</summary>
    /// <param name="folder">Its own folder.</param>
    public static ExpertIndex Open(string folder) => new(FSDirectory.Open(folder));

    /// <summary>One that is nowhere but in memory.</summary>
    public static ExpertIndex InMemory() => new(new RAMDirectory());

    /// <summary>Takes in what is known of some questions and members, in place of what was known of them.</summary>
    /// <param name="changes">By the key of the question or member: empty if nothing is known any more.</param>
    public void Apply(IEnumerable<KeyValuePair<string, ExpertRecord>> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        foreach (var (key, record) in changes)
        {
            var (term, documents) = (new Term(ExpertDocument.Key, key), ExpertDocument.Of(key, record));
            _gone |= CountOf(term) > (record.IsErased ? 0 : documents.Count);
            if (documents.Count > 0) _files.Writer.UpdateDocuments(term, documents);
            else _files.Writer.DeleteDocuments(term);
        }

        _files.Refresh();
    }

    /// <summary>
    /// Takes in much after <see cref="Clear"/>, each question and member once. It is found after the next
    /// <see cref="Apply"/>.
    /// </summary>
    /// <param name="records">By the key of the question or member.</param>
    public void Fill(IEnumerable<KeyValuePair<string, ExpertRecord>> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        foreach (var document in records.SelectMany(pair => ExpertDocument.Of(pair.Key, pair.Value)))
        {
            _files.Writer.AddDocument(document);
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _files.Writer.DeleteAll();
        _files.Refresh();
    }

    /// <summary>Puts what was taken in on disk; what is no more leaves the disk with it.</summary>
    public void Commit()
    {
        _files.Commit(_gone);
        _gone = false;
    }

    /// <summary>Reads every file and compares its checksum.</summary>
    /// <exception cref="CorruptIndexException">One is not as it was written.</exception>
    public void Examine() => _files.Examine();

    /// <summary>What tells who knows: the answers that fit best, and who says that they know.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="except">The key of that question itself, if it may be among what is known.</param>
    public FoundExperts Find(AskedQuestion question, string? except = null)
    {
        ArgumentNullException.ThrowIfNull(question);
        return _files.Read(searcher => new ExpertSearch(searcher).Find(question, except));
    }

    /// <inheritdoc/>
    public void Dispose() => _files.Dispose();

    private int CountOf(Term term) => _files.Read(searcher =>
    {
        if (searcher.IndexReader.DocFreq(term) == 0) return 0;
        var counter = new TotalHitCountCollector();
        searcher.Search(new TermQuery(term), counter);
        return counter.TotalHits;
    });
}
