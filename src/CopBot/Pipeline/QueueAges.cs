using CopBot.Chat;
using CopBot.Diagnostics;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace CopBot.Pipeline;

/// <summary>Looks now and then how long the oldest row of each queue waits for its turn.</summary>
internal sealed class QueueAges(IStore store, WorkerThreads threads, SecurityClock clock) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private TimeSpan _inbox;
    private TimeSpan _outbox;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Telemetry.ShowAge(Queue.Inbox, () => _inbox);
        Telemetry.ShowAge(Queue.Outbox, () => _outbox);
        return threads.RunAsync(() => WorkAsync(stoppingToken), stoppingToken);
    }

    private async Task WorkAsync(CancellationToken cancel)
    {
        while (true)
        {
            await Task.Delay(Interval, clock.Time, cancel);
            try
            {
                await using var db = await store.OpenAsync(cancel);
                var now = clock.Now;
                var oldestIn = await db.Inbox.Where(row => row.State == RowState.Pending && row.NotBefore <= now)
                    .MinAsync(row => (DateTimeOffset?)row.NotBefore, cancel);
                var oldestOut = await db.Outbox.Where(row => row.State == RowState.Pending && row.NotBefore <= now)
                    .MinAsync(row => (DateTimeOffset?)row.NotBefore, cancel);
                (_inbox, _outbox) = (now - (oldestIn ?? now), now - (oldestOut ?? now));
            }
#pragma warning disable CA1031 // It is looked again.
            catch (Exception) when (!cancel.IsCancellationRequested)
#pragma warning restore CA1031
            {
                // Whatever is wrong with the store, others say so.
            }
        }
    }
}
