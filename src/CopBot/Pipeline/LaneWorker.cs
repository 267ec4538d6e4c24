using CopBot.Chat;
using CopBot.Diagnostics;
using CopBot.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CopBot.Pipeline;

/// <summary>Works on the rows of one queue: several conversations side by side, one row of each at a time.</summary>
internal abstract class LaneWorker(
    IStore store, SecurityClock clock, WorkerThreads threads, Queue queue, int sideBySide, ILogger logger)
    : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(250);

    protected abstract Task WorkOnAsync(long row, CancellationToken cancel);

    protected abstract Task SleepAsync(TimeSpan atMost, CancellationToken cancel);

    /// <summary>Tells the others that the conversation is free again.</summary>
    protected abstract void Ring();

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        Enumerable.Range(0, sideBySide).Select(_ => threads.RunAsync(() => WorkAsync(stoppingToken), stoppingToken)));

    private async Task WorkAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await StepAsync(cancel);
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

    private async Task StepAsync(CancellationToken cancel)
    {
        var claim = await store.ClaimAsync(queue, clock.Now, cancel);
        Telemetry.Claimed(queue, claim is not null);
        if (claim is null)
        {
            await SleepAsync(Poll, cancel);
            return;
        }

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
}
