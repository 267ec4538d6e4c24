using System.Diagnostics;

namespace CopBot.Storage.Sqlite.Writing;

/// <summary>
/// What waits for the writer: arrivals, which somebody must be told of within seconds, and everything else. Arrivals go
/// first; when there is not enough of the writer for both, other units get a tenth of it.
/// </summary>
internal sealed class WriteQueue
{
    private const int ArrivalsPerUnit = 9;
    private const int MostUnits = 64;

    private readonly object _gate = new();
    private readonly Queue<WriteUnit> _units = new();
    private List<PendingArrival> _arrivals = [];
    private long _unitsFrom;
    private bool _closed;

    public void Add(PendingArrival arrival)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _arrivals.Add(arrival);
            Monitor.Pulse(_gate);
        }
    }

    public void Add(WriteUnit unit)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _units.Enqueue(unit);
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>No more comes; what waits is still written.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Waits until there is something to write.</summary>
    /// <returns>False once closed and empty.</returns>
    public bool Wait()
    {
        lock (_gate)
        {
            while (_arrivals.Count == 0 && _units.Count == 0)
            {
                if (_closed) return false;
                Monitor.Wait(_gate);
            }

            return true;
        }
    }

    /// <summary>All arrivals that wait; none if it is the units' turn.</summary>
    /// <param name="spare">An empty list, to be filled by the next arrivals.</param>
    public List<PendingArrival> TakeArrivals(List<PendingArrival> spare)
    {
        lock (_gate)
        {
            if (_units.Count > 0 && Stopwatch.GetTimestamp() >= _unitsFrom) return spare;
            var arrivals = _arrivals;
            _arrivals = spare;
            return arrivals;
        }
    }

    /// <summary>The next unit of a batch; null if it is the arrivals' turn, or nothing waits.</summary>
    /// <param name="written">How many the batch has already.</param>
    public WriteUnit? TakeUnit(int written)
    {
        lock (_gate)
        {
            if (written > 0 && (written == MostUnits || _arrivals.Count > 0)) return null;
            return _units.TryDequeue(out var unit) ? unit : null;
        }
    }

    /// <summary>Units took the writer so long; the arrivals' turn is as much longer.</summary>
    public void Spent(TimeSpan time) =>
        _unitsFrom = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * ArrivalsPerUnit * Stopwatch.Frequency);
}
