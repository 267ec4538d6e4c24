using CopBot.Chat;
using CopBot.Storage;
using Microsoft.Extensions.Hosting;

namespace CopBot.Pipeline;

/// <summary>Works on inbox rows: several conversations side by side, one row of each at a time.</summary>
internal sealed class InboxWorker(IStore store, TurnRunner runner, WakeUps wakeUps, SecurityClock clock)
    : BackgroundService
{
    private const int SideBySide = 4;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(250);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(
            Enumerable.Range(0, SideBySide).Select(_ => Task.Run(() => WorkAsync(stoppingToken), stoppingToken)));

    private async Task WorkAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            var claim = await store.ClaimAsync(Queue.Inbox, clock.Now, cancel);
            if (claim is null)
            {
                await wakeUps.InboxAsync(Poll, cancel);
                continue;
            }

            try
            {
                await runner.RunAsync(claim.RowId, cancel);
            }
            finally
            {
                store.Release(claim);
                wakeUps.Inbox();
            }
        }
    }
}
