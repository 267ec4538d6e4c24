using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;

namespace CopBot.Matching.Index;

/// <summary>An index of Lucene with its writer and searchers. One writes, many search.</summary>
internal sealed class IndexFiles : IDisposable
{
    private readonly Lucene.Net.Store.Directory _directory;
    private readonly SearcherManager _searchers;

    public IndexFiles(Lucene.Net.Store.Directory directory, BM25Similarity similarity)
    {
        _directory = directory;
        if (IndexWriter.IsLocked(directory)) IndexWriter.Unlock(directory);
        Writer = new(directory, new(LuceneVersion.LUCENE_48, new WhitespaceAnalyzer(LuceneVersion.LUCENE_48))
        {
            Similarity = similarity,
            OpenMode = OpenMode.CREATE_OR_APPEND,
            MergePolicy = new TieredMergePolicy { ForceMergeDeletesPctAllowed = 0 },
        });
        _searchers = new(Writer, applyAllDeletes: true, new Searchers(similarity));
    }

    public IndexWriter Writer { get; }

    /// <summary>Looks at what was there at the last <see cref="Refresh"/>, whatever is written meanwhile.</summary>
    public T Read<T>(Func<IndexSearcher, T> look)
    {
        var searcher = _searchers.Acquire();
        try
        {
            return look(searcher);
        }
        finally
        {
            _searchers.Release(searcher);
        }
    }

    /// <summary>From now on what was written is seen.</summary>
    public void Refresh() => _searchers.MaybeRefreshBlocking();

    /// <summary>Puts what was written on disk.</summary>
    /// <param name="gone">What is no more leaves the disk with it: somebody may have been erased.</param>
    public void Commit(bool gone)
    {
        if (gone) Writer.ForceMergeDeletes();
        Writer.Commit();
        if (!gone) return;

        // Files stay as long as somebody reads them.
        Refresh();
        Writer.DeleteUnusedFiles();
    }

    /// <summary>Reads every file and compares its checksum.</summary>
    /// <exception cref="CorruptIndexException">One is not as it was written.</exception>
    public void Examine()
    {
        if (!DirectoryReader.IndexExists(_directory)) return;
        using var reader = DirectoryReader.Open(_directory);
        foreach (var leaf in reader.Leaves) ((SegmentReader)leaf.AtomicReader).CheckIntegrity();
    }

    public void Dispose()
    {
        _searchers.Dispose();
        Writer.Dispose();
        _directory.Dispose();
    }

    private sealed class Searchers(BM25Similarity similarity) : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) => new(reader) { Similarity = similarity };
    }
}
