using CopBot.Chat;
using CopBot.Diagnostics;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Pipeline;

/// <summary>Looks now and then how long the oldest row of each queue waits for its turn.</summary>
internal sealed class QueueAges(IStore store, WorkerThreads threads, SecurityClock clock)
    : Recurring(TimeSpan.FromSeconds(5), threads, clock)
{
    private TimeSpan _inbox;
    private TimeSpan _outbox;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Telemetry.ShowAge(Queue.Inbox, () => _inbox);
        Telemetry.ShowAge(Queue.Outbox, () => _outbox);
        return base.ExecuteAsync(stoppingToken);
    }

    protected override async Task DoAsync(CancellationToken cancel)
    {
        var now = Clock.Now;
        var oldestIn = await store.ReadAsync(
            (db, token) => db.Inbox.Where(row => row.State == RowState.Pending && row.NotBefore <= now)
                .MinAsync(row => (DateTimeOffset?)row.NotBefore, token),
            cancel);
        var oldestOut = await store.ReadAsync(
            (db, token) => db.Outbox.Where(row => row.State == RowState.Pending && row.NotBefore <= now)
                .MinAsync(row => (DateTimeOffset?)row.NotBefore, token),
            cancel);
        (_inbox, _outbox) = (now - (oldestIn ?? now), now - (oldestOut ?? now));
    }

    protected override void Failed(Exception failure)
    {
        // Whatever is wrong with the store, others say so.
    }
}
