using CopBot.Storage;

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

    /// <summary>There may be work in a queue: one more of its workers looks.</summary>
    public void Ring(Queue queue) => Ring(Of(queue));

    public void Timers() => Ring(_timers);

    public void Sealer() => Ring(_sealer);

    /// <summary>Completes when it rings for a queue, or after a while.</summary>
    public Task WaitAsync(Queue queue, TimeSpan atMost, CancellationToken cancel) =>
        Of(queue).WaitAsync(atMost, cancel);

    public Task TimersAsync(TimeSpan atMost, CancellationToken cancel) => _timers.WaitAsync(atMost, cancel);

    public Task SealerAsync(TimeSpan atMost, CancellationToken cancel) => _sealer.WaitAsync(atMost, cancel);

    public void Dispose()
    {
        _inbox.Dispose();
        _outbox.Dispose();
        _timers.Dispose();
        _sealer.Dispose();
    }

    private SemaphoreSlim Of(Queue queue) => queue == Queue.Inbox ? _inbox : _outbox;

    private static void Ring(SemaphoreSlim bell)
    {
        if (bell.CurrentCount < 16) bell.Release();
    }
}
