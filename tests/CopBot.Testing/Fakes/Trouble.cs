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

    /// <summary>HTTP 403, or what the platform says instead.</summary>
    Forbidden,

    /// <summary>HTTP 404, or what the platform says instead.</summary>
    NotFound,

    /// <summary>HTTP 500, the request not done.</summary>
    ServerError,

    /// <summary>HTTP 503 with a Retry-After of a second, the request not done.</summary>
    Unavailable,

    /// <summary>No answer at all, the request not done.</summary>
    Silence,

    /// <summary>No answer although the request was done.</summary>
    DoneButSilence,

    /// <summary>The connection is reset, the request not done.</summary>
    Reset,

    /// <summary>The connection is reset although the request was done.</summary>
    DoneButReset,

    /// <summary>Half an answer, then the connection is closed, although the request was done.</summary>
    DoneButHalfClosed,
}

/// <summary>The next troubles of each operation, in order.</summary>
public sealed class Troubles
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<TroubleKind>> _next = new(StringComparer.Ordinal);

    /// <summary>Chooses by operation and conversation what goes wrong; null for nothing.</summary>
    public Func<string, string, TroubleKind?>? Choose { get; set; }

    public void Next(string operation, TroubleKind kind) => _next.GetOrAdd(operation, _ => new()).Enqueue(kind);

    public TroubleKind? Take(string operation, string conversation) =>
        _next.TryGetValue(operation, out var queue) && queue.TryDequeue(out var kind) ? kind : Choose?.Invoke(operation, conversation);

    /// <summary>Whether the request is done all the same.</summary>
    public static bool IsDone(TroubleKind kind) => kind is TroubleKind.DoneButBadGateway or TroubleKind.DoneButSilence
        or TroubleKind.DoneButReset or TroubleKind.DoneButHalfClosed;
}
