using CopBot.Chat;
using CopBot.Diagnostics;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CopBot.Pipeline;

/// <summary>Turns timers that came due into inbox rows. A timer and its row change hands in one transaction.</summary>
internal sealed class TimerWorker(
    IStore store, WakeUps wakeUps, WorkerThreads threads, SecurityClock clock, TimeProvider time,
    ILogger<TimerWorker> logger)
    : BackgroundService
{
    private const int AtOnce = 100;

    /// <summary>So often it looks by itself: what is due later than this needs no bell.</summary>
    public static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        threads.RunAsync(() => WorkAsync(stoppingToken), stoppingToken);

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var fired = 0;
            try
            {
                fired = await AnyDueAsync(stoppingToken) ? await FireAsync(stoppingToken) : 0;
            }
#pragma warning disable CA1031 // A moment's trouble of the store must not end the timers.
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                logger.TimersFailed(failure);
            }

            if (fired > 0)
            {
                Telemetry.TimersFired(fired);
                wakeUps.Ring(Queue.Inbox);
            }

            if (fired < AtOnce) await wakeUps.TimersAsync(Poll, stoppingToken);
        }
    }

    /// <summary>Hands over what is due now.</summary>
    internal Task<int> FireAsync(CancellationToken cancel) => store.WriteAloneAsync(
        "timers",
        async (db, token) =>
        {
            var now = time.GetUtcNow();
            var due = await db.Timers.Where(timer => timer.DueAt <= now)
                .OrderBy(timer => timer.DueAt).ThenBy(timer => timer.Id).Take(AtOnce).ToListAsync(token);
            foreach (var timer in due)
            {
                var happening = new TimerDue(timer.Kind, timer.CommunityId, timer.SubjectId);
                db.Inbox.Add(new InboxRow
                {
                    Connection = TimerDue.Connection,
                    Key = Payload.KeyHash(TimerDue.Connection, $"{timer.Id}"),
                    Lane = happening.Conversation,
                    Payload = Payload.Of(happening),
                    ReceivedAt = clock.Now,
                    NotBefore = clock.Now,
                });
                db.Timers.Remove(timer);
            }

            await db.SaveChangesAsync(token);
            return due.Count;
        },
        cancel);

    private Task<bool> AnyDueAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        return store.ReadAsync((db, token) => db.Timers.AnyAsync(timer => timer.DueAt <= now, token), cancel);
    }
}
