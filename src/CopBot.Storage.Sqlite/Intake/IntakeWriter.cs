using CopBot.Storage.Sqlite.Writing;

namespace CopBot.Storage.Sqlite.Intake;

/// <summary>
/// Writes arrivals, on a thread of its own: it waits for the disk most of the time. What waits together is written
/// together: one commit to the disk for all, and only then is anybody told, on this thread: to wake another costs more
/// than what whoever waits still has to do, which is to answer its platform. See ADR 0011.
/// </summary>
internal sealed class IntakeWriter : IAsyncDisposable
{
    private readonly object _gate = new();
    private readonly IntakeFile _file;
    private readonly Checkpoints _checkpoints;
    private readonly Task _work;
    private List<PendingArrival> _waiting = [];
    private long _obsolete;
    private long _deleted;
    private long _last;
    private bool _closed;

    public IntakeWriter(IntakeFile file)
    {
        _file = file;
        _checkpoints = new Checkpoints(file.ConnectionString);
        _work = Task.Factory.StartNew(
            Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>The number of the last arrival on disk; 0 if there was none since the start.</summary>
    public long Last => Volatile.Read(ref _last);

    /// <summary>Completes when the arrival is on disk.</summary>
    public Task AcceptAsync(Arrival arrival)
    {
        var pending = new PendingArrival(arrival);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _waiting.Add(pending);
            Monitor.Pulse(_gate);
        }

        return pending.Task;
    }

    /// <summary>Arrivals up to this one are in the database, and go.</summary>
    public void Forget(long upTo)
    {
        lock (_gate)
        {
            _obsolete = upTo;
            Monitor.Pulse(_gate);
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.Pulse(_gate);
        }

        await _work;
        _checkpoints.Dispose();
    }

    private void Work()
    {
        ArrivalAppend? append = null;
        List<PendingArrival> spare = [];
        while (Take(spare) is { } batch)
        {
            try
            {
                if (append is null) _checkpoints.Start();
                append ??= _file.OpenForAppending();
                append.Run(batch, Volatile.Read(ref _obsolete));
                if (batch.Count > 0) Volatile.Write(ref _last, append.Last);
                _deleted = append.Deleted;
                foreach (var arrival in batch) arrival.TrySetResult();
                _checkpoints.Committed(append.Connection);
            }
#pragma warning disable CA1031 // Whatever stops the batch must reach everybody who waits for it.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                foreach (var arrival in batch) arrival.TrySetException(failure);
                append?.Dispose();
                append = null;

                // What could not be deleted goes with what is moved next: trying at once would try forever.
                lock (_gate) _obsolete = _deleted;
            }

            batch.Clear();
            spare = batch;
        }

        append?.Dispose();
    }

    /// <summary>
    /// Waits for arrivals or for some that are to go, and takes all there are; null once closed and empty.
    /// </summary>
    private List<PendingArrival>? Take(List<PendingArrival> spare)
    {
        lock (_gate)
        {
            while (_waiting.Count == 0 && _obsolete <= _deleted)
            {
                if (_closed) return null;
                Monitor.Wait(_gate);
            }

            var taken = _waiting;
            _waiting = spare;
            return taken;
        }
    }
}
