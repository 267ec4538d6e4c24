namespace CopBot.Pipeline;

/// <summary>
/// Rings when there may be work, so that nobody has to wait for the next poll. A lost ring costs a poll's interval,
/// nothing more.
/// </summary>
internal sealed class WakeUps : IDisposable
{
    private readonly SemaphoreSlim _inbox = new(0);
    private readonly SemaphoreSlim _outbox = new(0);
    private readonly SemaphoreSlim _timers = new(0);
    private readonly SemaphoreSlim _sealer = new(0);

    public void Inbox() => Ring(_inbox);

    public void Outbox() => Ring(_outbox);

    public void Timers() => Ring(_timers);

    public void Sealer() => Ring(_sealer);

    public Task InboxAsync(TimeSpan atMost, CancellationToken cancel) => _inbox.WaitAsync(atMost, cancel);

    public Task OutboxAsync(TimeSpan atMost, CancellationToken cancel) => _outbox.WaitAsync(atMost, cancel);

    public Task TimersAsync(TimeSpan atMost, CancellationToken cancel) => _timers.WaitAsync(atMost, cancel);

    public Task SealerAsync(TimeSpan atMost, CancellationToken cancel) => _sealer.WaitAsync(atMost, cancel);

    public void Dispose()
    {
        _inbox.Dispose();
        _outbox.Dispose();
        _timers.Dispose();
        _sealer.Dispose();
    }

    private static void Ring(SemaphoreSlim bell)
    {
        if (bell.CurrentCount < 16) bell.Release();
    }
}
