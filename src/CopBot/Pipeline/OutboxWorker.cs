using CopBot.Chat;
using CopBot.Storage;
using Microsoft.Extensions.Hosting;

namespace CopBot.Pipeline;

/// <summary>Works on outbox rows: several conversations side by side, one effect of each at a time.</summary>
internal sealed class OutboxWorker(IStore store, Sender sender, WakeUps wakeUps, SecurityClock clock)
    : BackgroundService
{
    private const int SideBySide = 8;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(250);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(
            Enumerable.Range(0, SideBySide).Select(_ => Task.Run(() => WorkAsync(stoppingToken), stoppingToken)));

    private async Task WorkAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            var claim = await store.ClaimAsync(Queue.Outbox, clock.Now, cancel);
            if (claim is null)
            {
                await wakeUps.OutboxAsync(Poll, cancel);
                continue;
            }

            try
            {
                await sender.SendAsync(claim.RowId, cancel);
            }
            finally
            {
                store.Release(claim);
                wakeUps.Outbox();
            }
        }
    }
}
