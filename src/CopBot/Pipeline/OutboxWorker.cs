using CopBot.Chat;
using CopBot.Storage;

namespace CopBot.Pipeline;

/// <summary>Sends what goes out.</summary>
internal sealed class OutboxWorker(IStore store, Sender sender, WakeUps wakeUps, SecurityClock clock)
    : LaneWorker(store, clock, Queue.Outbox, sideBySide: 8)
{
    protected override Task WorkOnAsync(long row, CancellationToken cancel) => sender.SendAsync(row, cancel);

    protected override Task SleepAsync(
        TimeSpan atMost, CancellationToken cancel) => wakeUps.OutboxAsync(atMost, cancel);

    protected override void Ring() => wakeUps.Outbox();
}
