using CopBot.Chat;
using CopBot.Diagnostics;
using CopBot.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CopBot.Pipeline;

/// <summary>
/// Works on the rows of one queue: several conversations side by side, one row of each at a time. Those that wait for a
/// platform do not count among them, up to a limit.
/// </summary>
internal abstract class LaneWorker(
    IStore store, IntakeRoom room, WakeUps wakeUps, SecurityClock clock, WorkerThreads threads, Queue queue,
    int sideBySide, int mostAway, ILogger logger)
    : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// Less than platforms usually take, a tenth of a second; enough for one nearby, after which the conversation is
    /// let go in no message of its own.
    /// </summary>
    private static readonly TimeSpan Shortly = TimeSpan.FromMilliseconds(25);

    /// <summary>A conversation let go by whoever turned to another one meanwhile is nobody's yet.</summary>
    private readonly SlowWork _slow = new(Poll, Shortly, mostAway, () => wakeUps.Ring(queue), clock.Time);

    /// <param name="row">Its number.</param>
    /// <param name="away">
    /// Called when only a platform is waited for from now on: nobody else should wait with it for long.
    /// </param>
    /// <param name="cancel">Stops.</param>
    protected abstract Task WorkOnAsync(long row, Action away, CancellationToken cancel);

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
        LaneClaim? done = null;
        while (!cancel.IsCancellationRequested)
        {
            var before = done;
            done = null;
            await CarryOnAsync(async token => done = await StepAsync(before, token), cancel);
        }

        if (done is not null) await store.ReleaseAsync(done);
    }

    /// <param name="done">Worked on and not let go yet: with a server, that takes no message of its own.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>What was worked on, if it is still to be let go.</returns>
    private async Task<LaneClaim?> StepAsync(LaneClaim? done, CancellationToken cancel)
    {
        if (store.IsEmbedded) await room.LetInAsync(cancel);
        var claim = done is null
            ? await store.ClaimAsync(queue, clock.Now, cancel)
            : await store.ClaimNextAsync(done, clock.Now, cancel);
        Telemetry.Claimed(queue, claim is not null);
        if (claim is null)
        {
            await wakeUps.WaitAsync(queue, Poll, cancel);
            return null;
        }

        // Whoever has work wakes one more: so many wake as there is work for, and nobody else.
        if (claim.HasMore) wakeUps.Ring(queue);
        var parting = new Parting();
        await _slow.FollowAsync(CarryOnAsync(token => RunAsync(claim, parting, token), cancel), parting.Away);
        return parting.ComeFirst() ? null : claim;
    }

    private async Task RunAsync(LaneClaim claim, Parting parting, CancellationToken cancel)
    {
        var isLeft = false;
        try
        {
            await WorkOnAsync(claim.RowId, parting.GoAway, cancel);
            isLeft = !store.IsEmbedded && parting.ComeFirst();
        }
        finally
        {
            if (!isLeft) await store.ReleaseAsync(claim);
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

    /// <summary>Work on a claimed row, and its worker, who may turn to another before it ends.</summary>
    private sealed class Parting
    {
        private readonly TaskCompletionSource _away = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _came;

        /// <summary>Completes when the work only waits for a platform.</summary>
        public Task Away => _away.Task;

        public void GoAway() => _away.TrySetResult();

        /// <summary>
        /// Whoever comes second lets the conversation go: the worker with its next claim, or the work by itself if the
        /// worker did not wait for its end. Work that fails, or beside an embedded store, never comes: it lets go
        /// itself. Each comes once at most.
        /// </summary>
        public bool ComeFirst() => Interlocked.Exchange(ref _came, 1) == 0;
    }
}
