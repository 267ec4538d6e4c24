using CopBot.Chat;
using CopBot.Diagnostics;
using CopBot.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CopBot.Pipeline;

/// <summary>
/// Works on the rows of one queue: several conversations side by side, one row of each at a time. A conversation whose
/// platform is slow does not count among them.
/// </summary>
internal abstract class LaneWorker(
    IStore store, IntakeRoom room, SecurityClock clock, WorkerThreads threads, Queue queue, int sideBySide,
    int mostSlow, ILogger logger)
    : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(250);
    private readonly SlowWork _slow = new(Poll, mostSlow, clock.Time);

    protected abstract Task WorkOnAsync(long row, CancellationToken cancel);

    protected abstract Task SleepAsync(TimeSpan atMost, CancellationToken cancel);

    /// <summary>Tells the others that the conversation is free again.</summary>
    protected abstract void Ring();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAll(Enumerable.Range(0, sideBySide).Select(
                _ => threads.RunAsync(() => WorkAsync(stoppingToken), stoppingToken)));
        }
        finally
        {
            await _slow.EndAsync();
        }
    }

    private async Task WorkAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested) await CarryOnAsync(StepAsync, cancel);
    }

    private async Task StepAsync(CancellationToken cancel)
    {
        if (store.IsEmbedded) await room.LetInAsync(cancel);
        var claim = await store.ClaimAsync(queue, clock.Now, cancel);
        Telemetry.Claimed(queue, claim is not null);
        if (claim is null) await SleepAsync(Poll, cancel);
        else await _slow.FollowAsync(CarryOnAsync(token => RunAsync(claim, token), cancel));
    }

    private async Task RunAsync(LaneClaim claim, CancellationToken cancel)
    {
        try
        {
            await WorkOnAsync(claim.RowId, cancel);
        }
        finally
        {
            await store.ReleaseAsync(claim);
            Ring();
        }
    }

    private async Task CarryOnAsync(Func<CancellationToken, Task> step, CancellationToken cancel)
    {
        try
        {
            await step(cancel);
        }
#pragma warning disable CA1031 // Whatever one row does to its worker, the others must go on.
        catch (Exception failure) when (!cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            logger.WorkerStumbled(queue, failure);
            await Task.Delay(Poll, clock.Time, cancel);
        }
    }
}
