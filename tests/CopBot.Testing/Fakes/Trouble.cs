using System.Collections.Concurrent;

namespace CopBot.Testing.Fakes;

/// <summary>What goes wrong at a fake platform, on demand.</summary>
public enum TroubleKind
{
    /// <summary>HTTP 429 with a Retry-After of a second.</summary>
    TooMany,

    /// <summary>HTTP 429 without a Retry-After.</summary>
    TooManySilent,

    /// <summary>HTTP 412.</summary>
    Precondition,

    /// <summary>HTTP 502, the request not done.</summary>
    BadGateway,

    /// <summary>HTTP 502 although the request was done: the outcome looks unknown.</summary>
    DoneButBadGateway,

    /// <summary>HTTP 403.</summary>
    Forbidden,
}

/// <summary>The next troubles of each operation, in order.</summary>
public sealed class Troubles
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<TroubleKind>> _next = new(StringComparer.Ordinal);

    public void Next(string operation, TroubleKind kind) => _next.GetOrAdd(operation, _ => new()).Enqueue(kind);

    public TroubleKind? Take(string operation) =>
        _next.TryGetValue(operation, out var queue) && queue.TryDequeue(out var kind) ? kind : null;
}
