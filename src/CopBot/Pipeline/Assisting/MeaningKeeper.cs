using CopBot.Chat;
using CopBot.Diagnostics;
using CopBot.Domain;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CopBot.Pipeline.Assisting;

/// <summary>
/// Sees to it that every text of what is known has a vector of today’s model, and that none outlives its text. One
/// host at a time is at a community.
/// </summary>
internal sealed class MeaningKeeper(
    MeaningPass pass, IStore store, WorkerThreads threads, SecurityClock clock, ILogger<MeaningKeeper> logger)
    : Recurring(TimeSpan.FromSeconds(1), threads, clock)
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    private readonly Dictionary<Guid, (DateTimeOffset Until, TimeSpan Pause)> _pauses = [];

    protected override async Task DoAsync(CancellationToken cancel)
    {
        var communities = await store.ReadAsync(
            (db, token) => db.Communities.AsNoTracking().ToListAsync(token), cancel);
        foreach (var community in communities) await KeepAsync(community, cancel);
    }

    protected override void Failed(Exception failure) => logger.CommunitiesUnknown(failure);

    private async Task KeepAsync(Community community, CancellationToken cancel)
    {
        var paused = _pauses.GetValueOrDefault(community.Id);
        if (paused.Until > Clock.Now) return;
        try
        {
            if (await pass.RunAsync(community, cancel)) _pauses.Remove(community.Id);
            else Pause(community, paused.Pause);
        }
#pragma warning disable CA1031 // Whatever somebody else's service does, it is tried again.
        catch (Exception failure) when (!cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            logger.MeaningsNotKept(community.Name, Pause(community, paused.Pause).TotalSeconds, failure);
        }
    }

    private TimeSpan Pause(Community community, TimeSpan before)
    {
        var pause = before * 2;
        if (pause < ShortestPause) pause = ShortestPause;
        if (pause > LongestPause) pause = LongestPause;
        _pauses[community.Id] = (Clock.Now + pause, pause);
        return pause;
    }
}
