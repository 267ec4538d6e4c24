using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace CopBot.Matching.Experts;

/// <summary>
/// Who answered what, and who says that they know of what: found by the words of a question, however much there is.
/// Derived and disposable. One writes, many search.
/// </summary>
public sealed class ExpertIndex : IDisposable
{
    private readonly Lucene.Net.Store.Directory _directory;
    private readonly IndexWriter _writer;
    private readonly SearcherManager _searchers;
    private bool _gone;

    private ExpertIndex(Lucene.Net.Store.Directory directory)
    {
        _directory = directory;
        if (IndexWriter.IsLocked(directory)) IndexWriter.Unlock(directory);
        _writer = new(directory, new(LuceneVersion.LUCENE_48, new WhitespaceAnalyzer(LuceneVersion.LUCENE_48))
        {
            Similarity = new AnswerSimilarity(),
            OpenMode = OpenMode.CREATE_OR_APPEND,
            MergePolicy = new TieredMergePolicy { ForceMergeDeletesPctAllowed = 0 },
        });
        _searchers = new(_writer, applyAllDeletes: true, new Searchers());
    }

    /// <summary>Something was taken in that is not on disk.</summary>
    public bool IsAhead => _writer.HasUncommittedChanges();

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
        var searcher = _searchers.Acquire();
        try
        {
            foreach (var (key, record) in changes)
            {
                var (term, documents) = (new Term(ExpertDocument.Key, key), ExpertDocument.Of(key, record));
                _gone |= CountOf(searcher, term) > documents.Count;
                if (documents.Count > 0) _writer.UpdateDocuments(term, documents);
                else _writer.DeleteDocuments(term);
            }
        }
        finally
        {
            _searchers.Release(searcher);
        }

        _searchers.MaybeRefreshBlocking();
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _writer.DeleteAll();
        _searchers.MaybeRefreshBlocking();
    }

    /// <summary>Puts what was taken in on disk; what is no more leaves the disk with it.</summary>
    public void Commit()
    {
        if (_gone) _writer.ForceMergeDeletes();
        _writer.Commit();
        if (!_gone) return;
        _gone = false;
        _searchers.MaybeRefreshBlocking();
        _writer.DeleteUnusedFiles();
    }

    /// <summary>Reads every file and compares its checksum.</summary>
    /// <exception cref="CorruptIndexException">One is not as it was written.</exception>
    public void Examine()
    {
        if (!DirectoryReader.IndexExists(_directory)) return;
        using var reader = DirectoryReader.Open(_directory);
        foreach (var leaf in reader.Leaves) ((SegmentReader)leaf.AtomicReader).CheckIntegrity();
    }

    /// <summary>What tells who knows: the answers that fit best, and who says that they know.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="except">The key of that question itself, if it may be among what is known.</param>
    public FoundExperts Find(AskedQuestion question, string? except = null)
    {
        ArgumentNullException.ThrowIfNull(question);
        var searcher = _searchers.Acquire();
        try
        {
            return new ExpertSearch(searcher).Find(question, except);
        }
        finally
        {
            _searchers.Release(searcher);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _searchers.Dispose();
        _writer.Dispose();
        _directory.Dispose();
    }

    private static int CountOf(IndexSearcher searcher, Term term)
    {
        if (searcher.IndexReader.DocFreq(term) == 0) return 0;
        var counter = new TotalHitCountCollector();
        searcher.Search(new TermQuery(term), counter);
        return counter.TotalHits;
    }

    private sealed class Searchers : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) =>
            new(reader) { Similarity = new AnswerSimilarity() };
    }
}
