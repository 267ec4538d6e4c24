using CopBot.Chat;
using CopBot.Diagnostics;
using CopBot.Domain;
using CopBot.Matching.Index;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CopBot.Pipeline.Knowing;

/// <summary>
/// Keeps the open indexes up to date and on disk, also while nobody searches: on a thread of its own, for a large one
/// takes minutes.
/// </summary>
internal sealed class KnowledgeKeeper(
    KnowledgeIndexes indexes, IndexRoom room, IStore store,
    [FromKeyedServices(nameof(KnowledgeKeeper))] WorkerThreads threads, SecurityClock clock,
    ILogger<KnowledgeKeeper> logger)
    : Recurring(TimeSpan.FromSeconds(1), threads, clock)
{
    /// <summary>What was learnt of a community takes some megabytes.</summary>
    private const int MostOpen = 200;

    private static readonly TimeSpan PressesEvery = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(10);

    private readonly Dictionary<Guid, DateTimeOffset> _looked = [];

    protected override async Task DoAsync(CancellationToken cancel)
    {
        indexes.CloseIdle(MostOpen, Idle);
        if (indexes.Open is not { Count: > 0 } open) return;
        var again = room.TakeRequest();
        var learns = new List<(Community Community, Marks Marks)>();
        await using (var db = await store.OpenAsync(cancel))
        {
            var communities = db.Communities.AsNoTracking().Where(c => open.Contains(c.Id));
            foreach (var community in await communities.ToListAsync(cancel))
            {
                if (again) await indexes.RebuildAsync(db, community, null, cancel);
                else if (await indexes.KeepAsync(db, community, cancel)
                    || await HasNewPressesAsync(db, community, cancel))
                {
                    learns.Add((community, await MarkedTexts.OfAsync(db, community, cancel)));
                }
            }
        }

        // Without a view: learning takes a while, and a database keeps what an open view sees.
        foreach (var (community, marks) in learns) await indexes.LearnAsync(community, marks, cancel);
    }

    protected override void Failed(Exception failure) => logger.IndexNotKept(failure);

    private async Task<bool> HasNewPressesAsync(CopBotDbContext db, Community community, CancellationToken cancel)
    {
        if (_looked.TryGetValue(community.Id, out var at) && Clock.Now - at < PressesEvery) return false;
        _looked[community.Id] = Clock.Now;
        return indexes.ShouldLearnFrom(community, await MarkedTexts.CountAsync(db, community, cancel));
    }
}
