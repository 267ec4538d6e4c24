namespace CopBot.Pipeline;

/// <summary>
/// What waits for threads that do nothing else. They sleep in between: to look on for a while longer, as the
/// framework's blocking collection does, takes the processor from whoever is about to bring the next.
/// </summary>
internal sealed class WorkLine<T>
{
    private readonly object _gate = new();
    private readonly Queue<T> _waiting = [];
    private bool _closed;

    /// <summary>All that waits now.</summary>
    public IReadOnlyList<T> Waiting
    {
        get
        {
            lock (_gate) return [.. _waiting];
        }
    }

    /// <exception cref="ObjectDisposedException">The line is closed.</exception>
    public void Add(T item)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _waiting.Enqueue(item);
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Waits for something, and takes what there is, up to so much.</summary>
    /// <returns>False once the line is closed and empty.</returns>
    public bool Take(List<T> taken, int most)
    {
        lock (_gate)
        {
            while (_waiting.Count == 0)
            {
                if (_closed) return false;
                Monitor.Wait(_gate);
            }

            while (taken.Count < most && _waiting.TryDequeue(out var next)) taken.Add(next);
            return true;
        }
    }

    /// <summary>Nothing more comes: whoever takes goes on until nothing is left.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.PulseAll(_gate);
        }
    }
}
