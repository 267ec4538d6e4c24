using System.Globalization;
using System.Text.Json;
using CopBot.Matching.Experts;
using CopBot.Matching.Meanings;
using CopBot.Matching.Similarity;
using CopBot.Matching.Threads;
using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;

namespace CopBot.Matching.Index;

/// <summary>
/// What one community knows, on disk, found by its words and then ranked by everything that is known of them. Derived
/// and disposable: what is broken is thrown away and built again. One writes, many search.
/// </summary>
public sealed class KnowledgeIndex : IDisposable
{
    /// <summary>What <see cref="LastChange"/> is before anything was taken in.</summary>
    public const long NeverBuilt = -1;

    private const int FewMeanings = 3;

    /// <summary>Fewer threads with marks teach nothing about answers.</summary>
    private const int FewestThreads = 20;

    private const double MeaningsGrowth = 0.2;

    private const string ChangeData = "change";

    /// <summary>Raised whenever what is written would not be read rightly by the code before.</summary>
    private const string Version = "2";

    private readonly string _folder;
    private readonly IndexFiles _files;
    private readonly PreparedItems _prepared = new();
    private volatile Learning _learning;
    private uint _meaningModel;
    private uint _judgedModel;
    private int _newMeanings;
    private int _unseenMeanings;
    private bool _gone;
    private int _removals;

    private KnowledgeIndex(string folder, ExpertIndex experts)
    {
        (_folder, Experts) = (folder, experts);
        _files = new(FSDirectory.Open(folder), new BM25Similarity(2, 0.6f));
        _learning = ModelFile.Read(folder) ?? Learning.Nothing;
        _meaningModel = _judgedModel = Trust.Model;
        LastChange = _files.Writer.CommitData is { } data && data.TryGetValue(ChangeData, out var change)
            ? long.Parse(change, CultureInfo.InvariantCulture)
            : NeverBuilt;
    }

    /// <summary>Who answered what, and who says that they know of what.</summary>
    public ExpertIndex Experts { get; }

    /// <summary>Up to where in the feed of changes it knows everything.</summary>
    public long LastChange { get; private set; }

    /// <summary>How many items it holds.</summary>
    public int Count => _files.Writer.NumDocs;

    /// <summary>From how many items what is known of words was learnt.</summary>
    public int Learnt => _learning.Words.Items;

    /// <summary>Something was taken in that is not on disk.</summary>
    public bool IsAhead => _files.Writer.HasUncommittedChanges() || Experts.IsAhead;

    /// <summary>What was learnt of words holds words of items that are no more: it should be learnt again.</summary>
    public bool IsLearntFromMore { get; private set; }

    /// <summary>There are meanings from which should be learnt how far their model is to be trusted.</summary>
    public bool HasNewMeanings =>
        _meaningModel != _judgedModel || _newMeanings > FewMeanings + (Trust.Items * MeaningsGrowth);

    /// <summary>How far meanings are to be trusted.</summary>
    public MeaningTrust Trust => _learning.Trust;

    /// <summary>What its members' presses taught.</summary>
    public PressLearning Presses => _learning.Presses;

    /// <summary>
    /// Opens an index, or begins one. What can't be read is thrown away: then nothing is known of any change.
    /// </summary>
    /// <param name="folder">Its own folder.</param>
    public static KnowledgeIndex Open(string folder)
    {
        var own = Path.Combine(folder, Version);

        // Nobody would ever erase anything from what an earlier version left.
        foreach (var other in System.IO.Directory.Exists(folder) ? System.IO.Directory.GetDirectories(folder) : [])
        {
            if (Path.GetFileName(other) != Version) System.IO.Directory.Delete(other, recursive: true);
        }

        try
        {
            return OpenIn(own);
        }
#pragma warning disable CA1031 // Whatever a damaged file makes Lucene throw, the index is built again.
        catch (Exception fault) when (fault
            is not (UnauthorizedAccessException or LockObtainFailedException or OutOfMemoryException))
#pragma warning restore CA1031
        {
            if (System.IO.Directory.Exists(own)) System.IO.Directory.Delete(own, recursive: true);
            return OpenIn(own);
        }
    }

    private static KnowledgeIndex OpenIn(string folder)
    {
        var experts = ExpertIndex.Open(Path.Combine(folder, "experts"));
        try
        {
            return new(folder, experts);
        }
        catch
        {
            experts.Dispose();
            throw;
        }
    }

    /// <summary>Reads every file and compares its checksum.</summary>
    /// <exception cref="CorruptIndexException">One is not as it was written.</exception>
    public void Examine()
    {
        Experts.Examine();
        _files.Examine();
    }

    /// <summary>Takes in changes. They are found at once, and on disk after <see cref="Commit"/>.</summary>
    /// <param name="changes">By id: what the item is now; null if it is no more.</param>
    /// <param name="upTo">Where in the feed of changes they end.</param>
    public void Apply(IEnumerable<KeyValuePair<string, KnownItem?>> changes, long upTo)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var removals = 0;
        foreach (var (id, item) in changes)
        {
            var term = new Term(IndexDocument.Id, id);
            _prepared.Forget(id);
            if (item is null)
            {
                _files.Writer.DeleteDocuments(term);
                _gone = true;
                removals++;
                continue;
            }

            _files.Writer.UpdateDocument(term, IndexDocument.Of(id, item));
            CountMeaning(item);
        }

        _files.Refresh();

        // Counted only once everybody sees them: whoever learns meanwhile must not take for learnt what it did not see.
        Interlocked.Add(ref _removals, removals);
        Interlocked.Add(ref _newMeanings, _unseenMeanings);
        _unseenMeanings = 0;
        LastChange = upTo;
    }

    /// <summary>
    /// Takes in much after <see cref="Clear"/>, each item once. It is found after the next <see cref="Apply"/>: to look
    /// at each portion takes longer than to write it.
    /// </summary>
    /// <param name="items">By id; null if it is not known to all.</param>
    public void Fill(IEnumerable<KeyValuePair<string, KnownItem?>> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        foreach (var (id, item) in items)
        {
            if (item is null) continue;
            _files.Writer.AddDocument(IndexDocument.Of(id, item));
            CountMeaning(item);
        }
    }

    /// <summary>Forgets everything: it is about to be built again.</summary>
    public void Clear()
    {
        _files.Writer.DeleteAll();
        Experts.Clear();
        _prepared.Clear();
        _files.Refresh();
        LastChange = NeverBuilt;

        // Closing the writer commits too: whoever opens what is half built must see that it is.
        Mark();
    }

    /// <summary>
    /// Puts what was taken in on disk. What is no more leaves the disk with it: somebody may have been erased. (What
    /// was only edited leaves it when Lucene merges.)
    /// </summary>
    public void Commit()
    {
        // First what does not know how far it is: it may be ahead, and takes in again what it has.
        Experts.Commit();
        if (_gone && Learnt > 0)
        {
            IsLearntFromMore = true;
            ModelFile.Delete(_folder);
        }

        Mark();
        _files.Commit(_gone);
        _gone = false;
    }

    /// <summary>Learns from what it holds, and from what members pressed and marked, and keeps it.</summary>
    /// <param name="most">From so many items at most, spread over all.</param>
    /// <param name="marks">What members pressed and marked.</param>
    /// <param name="cancel">Gives up between steps.</param>
    public void Learn(int most, Marks marks, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(marks);
        var (removals, meanings, model) = (_removals, _newMeanings, _meaningModel);
        var sample = Sample(most, cancel);
        var words = SimilarityModel.Learn(sample);
        cancel.ThrowIfCancellationRequested();
        var learning = new Learning(
            words,
            MeaningTrust.Learn(words, sample),
            PressesOf(words, marks.Presses, cancel),
            marks.Threads.Count < FewestThreads
                ? AnswerModelFile.Shipped
                : AnswerTraining.Refit(AnswerModelFile.Shipped, marks.Threads, words));
        cancel.ThrowIfCancellationRequested();

        // What went meanwhile may be among the sample: then it is learnt again before anything is kept.
        IsLearntFromMore = removals != _removals;
        if (!IsLearntFromMore) ModelFile.Write(_folder, learning);
        (_learning, _judgedModel) = (learning, model);
        Interlocked.Add(ref _newMeanings, -meanings);
        _prepared.Clear();
    }

    /// <summary>What fits, best first.</summary>
    /// <param name="sought">What is looked for.</param>
    /// <param name="most">So many at most.</param>
    public IReadOnlyList<IndexMatch> Search(SoughtText sought, int most)
    {
        ArgumentNullException.ThrowIfNull(sought);
        return _files.Read(searcher => new IndexSearch(_learning, _prepared).Run(searcher, sought, most));
    }

    /// <summary>How well each answer of a found item fits.</summary>
    /// <param name="sought">What is looked for.</param>
    /// <param name="item">The item.</param>
    public IReadOnlyList<double> FitsOfAnswers(SoughtText sought, KnownItem item) =>
        _learning.Words.FitsOfAnswers(sought, item);

    /// <summary>
    /// The words, as they are compared, that what is looked for shares with an item; the rarest first.
    /// </summary>
    /// <param name="sought">What is looked for.</param>
    /// <param name="item">The item.</param>
    public IReadOnlyList<string> SharedWords(SoughtText sought, KnownItem item) =>
        _learning.Words.SharedWords(sought, item);

    /// <summary>How likely each reply of a thread answers its question.</summary>
    /// <param name="thread">The question and its replies.</param>
    public IReadOnlyList<double> RateAnswers(ThreadText thread) => _learning.Answers.Rate(thread, _learning.Words);

    /// <inheritdoc/>
    public void Dispose()
    {
        _files.Dispose();
        Experts.Dispose();
    }

    private void CountMeaning(KnownItem item)
    {
        if (item.Meaning is not { } meaning) return;
        _meaningModel = meaning.Question.Model;
        _unseenMeanings++;
    }

    private void Mark() => _files.Writer.SetCommitData(new Dictionary<string, string>
    {
        [ChangeData] = LastChange.ToString(CultureInfo.InvariantCulture),
    });

    private PressLearning PressesOf(
        SimilarityModel words, IReadOnlyList<Pressed> presses, CancellationToken cancel) => _files.Read(searcher =>
    {
        var search = new IndexSearch(Learning.Nothing with { Words = words }, new());
        var judged = new List<JudgedFind>();
        foreach (var pressed in presses)
        {
            cancel.ThrowIfCancellationRequested();
            if (search.Judged(searcher, pressed) is { } find) judged.Add(find);
        }

        return PressLearning.Learn(words.Weights, judged) with { Presses = presses.Count };
    });

    private List<KnownItem> Sample(int most, CancellationToken cancel) => _files.Read(searcher =>
    {
        var reader = searcher.IndexReader;
        var live = MultiFields.GetLiveDocs(reader);
        var every = Math.Max(1, reader.NumDocs / Math.Max(1, most));
        var items = new List<KnownItem>();
        for (var doc = 0; doc < reader.MaxDoc && items.Count < most; doc += every)
        {
            cancel.ThrowIfCancellationRequested();
            if (live?.Get(doc) == false) continue;
            var json = reader.Document(doc).Get(IndexDocument.Item, CultureInfo.InvariantCulture);
            var bytes = NearestMeanings.StoredOf(reader, doc);
            items.Add(JsonSerializer.Deserialize<KnownItem>(json)! with
            {
                Meaning = ItemMeaning.Read(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length)),
            });
        }

        return items;
    });
}
