using CopBot.Chat;
using CopBot.Storage;
using Microsoft.Extensions.Logging;

namespace CopBot.Pipeline;

/// <summary>Sends what goes out.</summary>
internal sealed class OutboxWorker(
    IStore store, IntakeRoom room, Sender sender, WakeUps wakeUps, SecurityClock clock, WorkerThreads threads,
    ILogger<OutboxWorker> logger)
    : LaneWorker(store, room, wakeUps, clock, threads, Queue.Outbox, sideBySide: 8, mostAway: 250, logger)
{
    protected override Task WorkOnAsync(long row, Action away, CancellationToken cancel) =>
        sender.SendAsync(row, away, cancel);
}
