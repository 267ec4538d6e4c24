using System.Collections.Concurrent;
using CopBot.Chat;
using CopBot.Diagnostics;
using CopBot.Domain;
using CopBot.Matching.Experts;
using CopBot.Matching.Index;
using CopBot.Matching.Similarity;
using CopBot.Matching.Threads;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CopBot.Pipeline.Knowing;

/// <summary>
/// The indexes of the communities that were searched since the start. Before each search an index takes in what the
/// view sees and it does not know yet; one that fails is thrown away and built again.
/// </summary>
internal sealed class KnowledgeIndexes(
    IndexRoom room, IStore store, SecurityClock clock, ILogger<KnowledgeIndexes> logger) : IDisposable
{
    /// <summary>A large index takes many seconds, and each that looks whether it is built takes a turn.</summary>
    private static readonly TimeSpan WhileBuilding = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Guid, OpenIndex> _open = new();
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _learnt = new();

    /// <summary>Communities whose index is open.</summary>
    public IReadOnlyCollection<Guid> Open =>
        [.. _open.Where(pair => pair.Value.Index is not null).Select(pair => pair.Key)];

    /// <summary>What the communities call one thing.</summary>
    public Glossaries Glossaries { get; } = new(clock.Time);

    /// <summary>
    /// What fits, best first; nothing while much is being taken in. Many may search at once.
    /// </summary>
    public async Task<IReadOnlyList<IndexMatch>> SearchAsync(
        CopBotDbContext view, Community community, SoughtText sought, int most, CancellationToken cancel)
    {
        if (await WithBuiltAsync(community, CaughtUpAsync, cancel) is not { } caughtUp) return [];
        try
        {
            return caughtUp.Search(sought, most);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            logger.SearchedAgain(community.Name, failure);
            return await WithBuiltAsync(
                community, async index => (await CaughtUpAsync(index))?.Search(sought, most), cancel) ?? [];
        }

        async Task<KnowledgeIndex?> CaughtUpAsync(KnowledgeIndex index) =>
            await IsCaughtUpAsync(index, view, community, cancel) ? index : null;
    }

    /// <summary>For who is about to do what can't be done again for nothing, and needs to know everything.</summary>
    /// <exception cref="DeferException">As of <see cref="ExpertsAsync"/>.</exception>
    public async Task ExpectBuiltAsync(CopBotDbContext view, Community community, CancellationToken cancel) =>
        _ = await WithBuiltAsync(
            community,
            async index => await IsCaughtUpAsync(index, view, community, cancel) ? index : null,
            cancel) ?? throw new DeferException(WhileBuilding);

    /// <summary>What tells who knows of something. Whoever asks waits until everything is known.</summary>
    /// <exception cref="DeferException">A large index is being built: nobody waits for it with a view open.</exception>
    public async Task<FoundExperts> ExpertsAsync(
        CopBotDbContext view, Community community, AskedQuestion asked, Question? question, CancellationToken cancel) =>
        await WithBuiltAsync(
            community,
            async index => await IsCaughtUpAsync(index, view, community, cancel)
                ? index.Experts.Find(asked, question is null ? null : KnownTexts.KeyOf(question))
                : null,
            cancel) ?? throw new DeferException(WhileBuilding);

    /// <summary>Whether nothing is found because much is being taken in, or is about to be.</summary>
    public bool IsBuilding(Community community) => _open.TryGetValue(community.Id, out var open)
        && (open.IsBuilding || open.Index?.LastChange == KnowledgeIndex.NeverBuilt);

    /// <summary>How well each answer of something found fits.</summary>
    public IReadOnlyList<double> FitsOfAnswers(Community community, SoughtText sought, KnownItem item) =>
        _open.TryGetValue(community.Id, out var open) && open.Index is { } index
            ? index.FitsOfAnswers(sought, item)
            : [.. item.Answers.Select(_ => 0.0)];

    /// <summary>How likely each reply of a thread answers its question.</summary>
    public IReadOnlyList<double> RateAnswers(Community community, ThreadText thread) =>
        _open.TryGetValue(community.Id, out var open) && open.Index is { } index
            ? index.RateAnswers(thread)
            : AnswerModelFile.Shipped.Rate(thread, SimilarityModel.Nothing);

    /// <summary>The words that something found shares with what is looked for.</summary>
    public IReadOnlyList<string> SharedWords(Community community, SoughtText sought, KnownItem item) =>
        _open.TryGetValue(community.Id, out var open) && open.Index is { } index ? index.SharedWords(sought, item) : [];

    /// <summary>Whether meanings may tell anything here; nobody is asked for what would not be used.</summary>
    public bool MayHaveMeanings(Community community) =>
        !_open.TryGetValue(community.Id, out var open) || open.Index is not { } index || index.Trust.Share > 0;

    /// <summary>Whether there are a fifth more presses than were learnt from.</summary>
    public bool ShouldLearnFrom(Community community, int presses) =>
        _open.TryGetValue(community.Id, out var open) && open.Index is { } index
        && presses > (index.Presses.Presses * Growth) + FewPresses;

    /// <summary>Whether anything was learnt of the community's words.</summary>
    public bool IsLearnt(Community community) =>
        _open.TryGetValue(community.Id, out var open) && open.Index is { Learnt: > 0 };

    /// <summary>How far meanings are trusted here: 0 to 1.</summary>
    public double TrustOf(Community community) =>
        _open.TryGetValue(community.Id, out var open) && open.Index is { } index ? index.Trust.Share : 0;

    /// <summary>Brings one up to date, and puts it on disk.</summary>
    /// <returns>Whether it should be learnt from again.</returns>
    public Task<bool> KeepAsync(CopBotDbContext view, Community community, CancellationToken cancel) =>
        WithAsync(community, async index =>
        {
            await CatchUpAsync(index, view, community, somebodyWaits: false, cancel);
            if (index.IsAhead) index.Commit();
            return ShouldLearn(index, community);
        }, cancel);

    /// <summary>
    /// Learns which words are rare and which belong together: on a thread that steps back, while others search.
    /// </summary>
    public async Task LearnAsync(Community community, Marks marks, CancellationToken cancel)
    {
        _learnt[community.Id] = clock.Now;
        if (!_open.TryGetValue(community.Id, out var open) || open.Index is not { } index) return;
        await Task.Factory.StartNew(
            () =>
            {
                StepBack.Now();
                index.Learn(MostLearnt, marks, cancel);
            },
            cancel,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        logger.WordsLearnt(community.Name, index.Learnt, index.Trust.Items, index.Trust.Share);
    }

    /// <summary>
    /// Closes those that nobody used for a while, the longest unused first, until only so many are open.
    /// </summary>
    public void CloseIdle(int most, TimeSpan idle)
    {
        foreach (var open in _open.Values.Where(open => open.Index is not null).OrderByDescending(open => open.UsedAt)
            .Skip(most))
        {
            if (clock.Now - open.UsedAt < idle || !open.Gate.Wait(0)) continue;
            try
            {
                if (open.Index is { IsAhead: true }) open.Index.Commit();
                open.Index?.Dispose();
                open.Index = null;
                open.IsBuilding = false;
            }
            finally
            {
                open.Gate.Release();
            }
        }
    }

    /// <summary>Empties one and builds it from the database; then learns from it.</summary>
    /// <returns>How much it holds.</returns>
    public async Task<int> RebuildAsync(
        CopBotDbContext view, Community community, IProgress<int>? progress, CancellationToken cancel)
    {
        var built = await WithAsync(community, async index =>
        {
            await BuildAsync(index, view, community, progress, cancel);
            index.Commit();
            return index;
        }, cancel);
        if (built.Count > Few)
        {
            await LearnAsync(community, await MarkedTexts.OfAsync(view, community, cancel), cancel);
        }

        return built.Count;
    }

    public void Dispose()
    {
        foreach (var open in _open.Values) open.Dispose();
    }

    /// <summary>A fifth more than it was learnt from, and it is learnt again.</summary>
    private const double Growth = 1.2;

    /// <summary>Fewer new presses are not worth learning again.</summary>
    private const int FewPresses = 4;

    /// <summary>From fewer there is nothing to learn.</summary>
    private const int Few = 10;

    /// <summary>More teach nothing more about words.</summary>
    private const int MostLearnt = 20_000;

    /// <summary>Again as it grows; and soon after something went, but of many items not for each that goes.</summary>
    private bool ShouldLearn(KnowledgeIndex index, Community community) =>
        Math.Min(index.Count, MostLearnt) > (index.Learnt * Growth) + Few
        || (index.IsLearntFromMore && (index.Count < QuicklyLearnt
            || clock.Now - _learnt.GetValueOrDefault(community.Id) > LearntAtMostEvery))
        || (index.HasNewMeanings && (index.Count < QuicklyLearnt
            || clock.Now - _learnt.GetValueOrDefault(community.Id) > MeaningsLearntEvery));

    /// <summary>
    /// Takes in what the view sees, unless that takes so long that nobody should wait: then it is done in the
    /// background, and until then nothing is found.
    /// </summary>
    private async Task<bool> IsCaughtUpAsync(
        KnowledgeIndex index, CopBotDbContext view, Community community, CancellationToken cancel)
    {
        var open = _open[community.Id];
        open.UsedAt = clock.Now;
        var caughtUp = await CatchUpAsync(index, view, community, somebodyWaits: true, cancel);
        open.IsBuilding = !caughtUp;
        return caughtUp;
    }

    private static async Task<bool> IsLargeAsync(
        CopBotDbContext view, Community community, CancellationToken cancel) =>
        await view.Contributions.Where(c => c.CommunityId == community.Id && c.HelpedAt != null)
            .Take(BuiltWhileOneWaits).CountAsync(cancel)
        + await view.Notes.Where(n => n.CommunityId == community.Id).Take(BuiltWhileOneWaits).CountAsync(cancel)
        >= BuiltWhileOneWaits;

    private const int BuiltWhileOneWaits = 5000;
    private const int QuicklyLearnt = 2000;
    private static readonly TimeSpan LearntAtMostEvery = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan MeaningsLearntEvery = TimeSpan.FromMinutes(1);

    /// <returns>Null if a large index is being built.</returns>
    private async Task<T?> WithBuiltAsync<T>(
        Community community, Func<KnowledgeIndex, Task<T?>> work, CancellationToken cancel)
        where T : class
    {
        var open = _open.GetOrAdd(community.Id, _ => new());
        return await open.EnterUnlessBuildingAsync(cancel) ? await WithinAsync(community, open, work, cancel) : null;
    }

    /// <summary>For who does what nobody should wait for, if it is much.</summary>
    private async Task<T> WithAsync<T>(
        Community community, Func<KnowledgeIndex, Task<T>> work, CancellationToken cancel)
    {
        var open = _open.GetOrAdd(community.Id, _ => new());
        await open.Gate.WaitAsync(cancel);
        return await WithinAsync(community, open, WorkAsync, cancel);

        async Task<T> WorkAsync(KnowledgeIndex index)
        {
            try
            {
                return await work(index);
            }
            finally
            {
                open.IsBuilding = false;
            }
        }
    }

    private async Task<T> WithinAsync<T>(
        Community community, OpenIndex open, Func<KnowledgeIndex, Task<T>> work, CancellationToken cancel)
    {
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

    /// <returns>False if nothing was taken in: it is much, and somebody waits.</returns>
    private async Task<bool> CatchUpAsync(
        KnowledgeIndex index, CopBotDbContext view, Community community, bool somebodyWaits,
        CancellationToken cancel)
    {
        if (index.LastChange != KnowledgeIndex.NeverBuilt)
        {
            var feed = await store.KnowledgeFeedAsync(view, community.Id, index.LastChange, cancel);

            // A view may be older than what another one showed already; a position far ahead is another database's.
            if (feed.Changes.Count == 0 && feed.Position >= index.LastChange - Behind) return true;
            if (feed.Position >= index.LastChange)
            {
                var isMuch = feed.Changes.Count >= BuiltWhileOneWaits;
                if (isMuch && somebodyWaits) return false;
                _open[community.Id].IsBuilding = isMuch;
                foreach (var portion in KnownTexts.KeysOf(feed.Changes).Chunk(AtOnce))
                {
                    index.Apply(await KnownTexts.OfAsync(view, community, portion, cancel), index.LastChange);
                }

                index.Experts.Apply(await ExpertTexts.OfAsync(view, community, feed.Changes, cancel));
                index.Apply([], feed.Position);
                return true;
            }

            if (feed.Position >= index.LastChange - Behind) return true;
        }

        if (somebodyWaits && await IsLargeAsync(view, community, cancel)) return false;
        await BuildAsync(index, view, community, null, cancel);
        return true;
    }

    /// <summary>So many changes are read at once.</summary>
    private const int AtOnce = 500;

    /// <summary>So far a view of the same database may be behind another.</summary>
    private const long Behind = 10_000;

    private async Task BuildAsync(
        KnowledgeIndex index, CopBotDbContext view, Community community, IProgress<int>? progress,
            CancellationToken cancel)
    {
        _open[community.Id].IsBuilding = await IsLargeAsync(view, community, cancel);
        var feed = await store.KnowledgeFeedAsync(view, community.Id, KnowledgeFeed.Now, cancel);
        index.Clear();
        await foreach (var portion in KnownTexts.AllAsync(view, community, cancel))
        {
            index.Fill(portion);
            progress?.Report(index.Count);
        }

        await foreach (var portion in ExpertTexts.AllAsync(view, community, cancel)) index.Experts.Fill(portion);
        index.Experts.Apply([]);
        index.Apply([], feed.Position);
        logger.IndexBuilt(community.Name, index.Count);
    }
}
