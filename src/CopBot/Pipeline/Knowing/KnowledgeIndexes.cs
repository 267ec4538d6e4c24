using System.Collections.Concurrent;
using CopBot.Diagnostics;
using CopBot.Domain;
using CopBot.Matching.Index;
using CopBot.Matching.Similarity;
using CopBot.Storage;
using Microsoft.Extensions.Logging;

namespace CopBot.Pipeline.Knowing;

/// <summary>
/// The indexes of the communities that were searched since the start. Before each search an index takes in what the
/// view
/// sees and it does not know yet; one that fails is thrown away and built again.
/// </summary>
internal sealed class KnowledgeIndexes(IndexRoom room, IStore store, ILogger<KnowledgeIndexes> logger) : IDisposable
{
    private readonly ConcurrentDictionary<Guid, OpenIndex> _open = new();

    /// <summary>Communities whose index is open.</summary>
    public IReadOnlyCollection<Guid> Open => [.. _open.Keys];

    /// <summary>What fits, best first.</summary>
    public async Task<IReadOnlyList<IndexMatch>> SearchAsync(
        CopBotDbContext view, Community community, SoughtText sought, int most, CancellationToken cancel) =>
        await WithAsync(community, async index =>
        {
            await CatchUpAsync(index, view, community, cancel);
            return index.Search(sought, most);
        }, cancel);

    /// <summary>How well each answer of something found fits.</summary>
    public IReadOnlyList<double> FitsOfAnswers(Community community, SoughtText sought, KnownItem item) =>
        _open.TryGetValue(community.Id, out var open) && open.Index is { } index
            ? index.FitsOfAnswers(sought, item)
            : [.. item.Answers.Select(_ => 0.0)];

    /// <summary>Brings one up to date, puts it on disk, and learns from it again if it grew.</summary>
    public async Task KeepAsync(CopBotDbContext view, Community community, CancellationToken cancel) =>
        await WithAsync(community, async index =>
        {
            if (await CatchUpAsync(index, view, community, cancel)) index.Commit();
            if (index.Count > (index.Learnt * Growth) + Few)
            {
                index.Learn(MostLearnt, cancel);
                logger.WordsLearnt(community.Name, index.Learnt);
            }

            return true;
        }, cancel);

    /// <summary>Throws one away and builds it from the database.</summary>
    /// <returns>How much it holds.</returns>
    public async Task<int> RebuildAsync(
        CopBotDbContext view, Community community, IProgress<int>? progress, CancellationToken cancel) =>
        await WithAsync(community, async index =>
        {
            await BuildAsync(index, view, community, progress, cancel);
            index.Commit();
            if (index.Count > 0) index.Learn(MostLearnt, cancel);
            return index.Count;
        }, cancel);

    public void Dispose()
    {
        foreach (var open in _open.Values) open.Dispose();
    }

    /// <summary>A fifth more than it was learnt from, and it is learnt again.</summary>
    private const double Growth = 1.2;

    /// <summary>From fewer there is nothing to learn.</summary>
    private const int Few = 10;

    /// <summary>More teach nothing more about words.</summary>
    private const int MostLearnt = 20_000;

    private async Task<T> WithAsync<T>(Community community, Func<KnowledgeIndex, Task<T>> work, CancellationToken cancel)
    {
        var open = _open.GetOrAdd(community.Id, _ => new());
        await open.Gate.WaitAsync(cancel);
        try
        {
            try
            {
                return await work(open.Index ??= OpenOne(community));
            }
            catch (Exception failure) when (!cancel.IsCancellationRequested && !store.IsOutage(failure))
            {
                logger.IndexThrownAway(community.Name, failure);
                open.Index?.Dispose();
                open.Index = null;
                var folder = room.FolderOf(community.Id);
                if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
                return await work(open.Index = OpenOne(community));
            }
        }
        finally
        {
            open.Gate.Release();
        }
    }

    private KnowledgeIndex OpenOne(Community community)
    {
        var index = KnowledgeIndex.Open(room.FolderOf(community.Id));
        try
        {
            index.Examine();
            return index;
        }
        catch
        {
            index.Dispose();
            throw;
        }
    }

    /// <returns>Whether there was anything to take in.</returns>
    private async Task<bool> CatchUpAsync(
        KnowledgeIndex index, CopBotDbContext view, Community community, CancellationToken cancel)
    {
        if (index.LastChange != KnowledgeIndex.NeverBuilt)
        {
            var feed = await store.KnowledgeFeedAsync(view, community.Id, index.LastChange, cancel);

            // A view may be older than what another one showed already; a position far ahead is another database's.
            if (feed.Changes.Count == 0 && feed.Position >= index.LastChange - Behind) return false;
            if (feed.Position >= index.LastChange)
            {
                index.Apply(
                    await KnownTexts.OfAsync(
                        view,
                        community,
                        [.. feed.Changes.Select(change => change.QuestionId).OfType<Guid>().Distinct()],
                        [.. feed.Changes.Select(change => change.NoteId).OfType<Guid>().Distinct()],
                        cancel),
                    feed.Position);
                return true;
            }

            if (feed.Position >= index.LastChange - Behind) return false;
        }

        await BuildAsync(index, view, community, null, cancel);
        return true;
    }

    /// <summary>So far a view of the same database may be behind another.</summary>
    private const long Behind = 10_000;

    private async Task BuildAsync(
        KnowledgeIndex index, CopBotDbContext view, Community community, IProgress<int>? progress, CancellationToken cancel)
    {
        var feed = await store.KnowledgeFeedAsync(view, community.Id, KnowledgeFeed.Now, cancel);
        index.Clear();
        await foreach (var portion in KnownTexts.AllAsync(view, community, cancel))
        {
            index.Apply(portion, KnowledgeIndex.NeverBuilt);
            progress?.Report(index.Count);
        }

        index.Apply([], feed.Position);
        logger.IndexBuilt(community.Name, index.Count);
    }

    /// <summary>One at a time writes to an index and searches it: both take milliseconds.</summary>
    private sealed class OpenIndex : IDisposable
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public KnowledgeIndex? Index { get; set; }

        public void Dispose()
        {
            Index?.Dispose();
            Gate.Dispose();
        }
    }
}
