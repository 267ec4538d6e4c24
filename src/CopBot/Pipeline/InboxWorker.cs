using CopBot.Chat;
using CopBot.Storage;
using Microsoft.Extensions.Logging;

namespace CopBot.Pipeline;

/// <summary>Runs what came in.</summary>
internal sealed class InboxWorker(
    IStore store, IntakeRoom room, TurnRunner runner, WakeUps wakeUps, SecurityClock clock, WorkerThreads threads,
    ILogger<InboxWorker> logger)
    : LaneWorker(store, room, wakeUps, clock, threads, Queue.Inbox, sideBySide: 4, mostAway: 60, logger)
{
    protected override Task WorkOnAsync(long row, Action away, CancellationToken cancel) =>
        runner.RunAsync(row, cancel);
}
