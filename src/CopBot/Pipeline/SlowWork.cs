using System.Collections.Concurrent;

namespace CopBot.Pipeline;

/// <summary>
/// Lets work run on by itself that waits, for a platform's answer above all: whoever began it can turn to the next
/// conversation. So one platform's delay, or silence, is not everybody's.
/// </summary>
/// <param name="patience">So long work is waited for.</param>
/// <param name="shortly">So long once it waits for others itself.</param>
/// <param name="most">So much may run on by itself; what is beyond is waited for to its end.</param>
/// <param name="ended">Told when something that ran by itself has ended.</param>
/// <param name="time">The clock.</param>
internal sealed class SlowWork(
    TimeSpan patience, TimeSpan shortly, int most, Action ended, TimeProvider time)
{
    private readonly ConcurrentDictionary<Task, bool> _running = new();
    private int _count;

    /// <summary>Completes with the work, or when it takes too long.</summary>
    /// <param name="work">The work.</param>
    /// <param name="away">Completes when the work begins to wait for others; from then on patience is short.</param>
    public async Task FollowAsync(Task work, Task away)
    {
        if (await EndsSoonAsync(work, away) || !Enter())
        {
            await work;
            return;
        }

        _running[work] = true;
        _ = work.ContinueWith(
            Ended, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Completes when nothing runs by itself any more, whatever became of it.</summary>
    public async Task EndAsync()
    {
        foreach (var work in _running.Keys) await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<bool> EndsSoonAsync(Task work, Task away)
    {
        try
        {
            await Task.WhenAny(work, away).WaitAsync(patience, time);
            if (!work.IsCompleted) await work.WaitAsync(shortly, time);
            return true;
        }
        catch (TimeoutException) when (!work.IsFaulted)
        {
            return work.IsCompleted;
        }
    }

    private bool Enter()
    {
        if (Interlocked.Increment(ref _count) <= most) return true;
        Interlocked.Decrement(ref _count);
        return false;
    }

    private void Ended(Task work)
    {
        _running.TryRemove(work, out _);
        Interlocked.Decrement(ref _count);
        ended();
    }
}
