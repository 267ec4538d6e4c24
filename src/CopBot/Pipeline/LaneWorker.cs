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
    IStore store, IntakeRoom room, WakeUps wakeUps, SecurityClock clock, WorkerThreads threads, Queue queue,
    int sideBySide, int mostSlow, ILogger logger)
    : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(250);

    /// <summary>A conversation let go by whoever turned to another one meanwhile is nobody's yet.</summary>
    private readonly SlowWork _slow = new(Poll, mostSlow, () => wakeUps.Ring(queue), clock.Time);

    protected abstract Task WorkOnAsync(long row, CancellationToken cancel);

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
        if (claim is null)
        {
            await wakeUps.WaitAsync(queue, Poll, cancel);
            return;
        }

        // Whoever has work wakes one more: so many wake as there is work for, and nobody else.
        if (claim.HasMore) wakeUps.Ring(queue);
        await _slow.FollowAsync(CarryOnAsync(token => RunAsync(claim, token), cancel));
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
