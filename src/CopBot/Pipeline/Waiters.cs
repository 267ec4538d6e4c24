using System.Collections.Concurrent;
using CopBot.Chat.Cards;

namespace CopBot.Pipeline;

/// <summary>
/// Requests that wait, in this process, for what the bot has to say to their actor. Losing one loses nothing: the
/// reply is on disk and goes out by itself.
/// </summary>
internal sealed class Waiters
{
    private readonly ConcurrentDictionary<string, Waiter> _waiting = new(StringComparer.Ordinal);

    public Waiter Wait(byte[] key)
    {
        var name = NameOf(key);
        var waiter = new Waiter(name, this);
        _waiting[name] = waiter;
        return waiter;
    }

    public bool IsWaiting(byte[] key) => !_waiting.IsEmpty && _waiting.ContainsKey(NameOf(key));

    public void Complete(byte[] key, InBandReply? reply)
    {
        if (!_waiting.IsEmpty && _waiting.TryGetValue(NameOf(key), out var waiter)) waiter.Complete(reply);
    }

    private static string NameOf(byte[] key) => Convert.ToHexString(key);

    internal sealed class Waiter(string key, Waiters waiters) : IDisposable
    {
        private readonly TaskCompletionSource<InBandReply?> _reply =
            new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Complete(InBandReply? reply) => _reply.TrySetResult(reply);

        public async Task<InBandReply?> WithinAsync(TimeSpan within, TimeProvider time, CancellationToken cancel)
        {
            try
            {
                return await _reply.Task.WaitAsync(within, time, cancel);
            }
            catch (TimeoutException)
            {
                return null;
            }
        }

        public void Dispose() => waiters._waiting.TryRemove(new(key, this));
    }
}

/// <summary>A reply that is also waiting in the outbox, under its effect's id.</summary>
internal sealed record InBandReply(Guid EffectId, Card Card);
