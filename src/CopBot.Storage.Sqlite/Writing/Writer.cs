using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace CopBot.Storage.Sqlite.Writing;

/// <summary>
/// The one writer, on a thread of its own: it waits for the disk most of the time. What waits together is written
/// together: one transaction, a savepoint for each unit, one commit to the disk for all, and only then is anybody told.
/// A unit that fails takes nothing else with it.
/// </summary>
internal sealed class Writer : IAsyncDisposable
{
    private readonly WriteQueue _queue = new();
    private readonly Checkpoints _checkpoints;
    private readonly string _connectionString;
    private readonly Task _work;

    public Writer(string connectionString)
    {
        _connectionString = connectionString;
        _checkpoints = new Checkpoints(connectionString);
        _work = Task.Factory.StartNew(
            Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Completes when the unit is on disk.</summary>
    public Task EnqueueAsync(WriteUnit unit)
    {
        _queue.Add(unit);
        return unit.Completion;
    }

    /// <summary>Completes when the arrival is on disk. False if it was there already.</summary>
    public Task<bool> EnqueueAsync(Arrival arrival)
    {
        var pending = new PendingArrival(arrival);
        _queue.Add(pending);
        return pending.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Close();
        await _work;
        _checkpoints.Dispose();
    }

    private void Work()
    {
        using var connection = new SqliteConnection(_connectionString);
        ArrivalInsert? insert = null;
        List<PendingArrival> spare = [];
        List<WriteUnit> units = [];
        while (_queue.Wait())
        {
            var arrivals = _queue.TakeArrivals(spare);
            try
            {
                if (connection.State != System.Data.ConnectionState.Open) Open(connection);
                if (arrivals.Count > 0) Write(connection, insert ??= new ArrivalInsert(connection), arrivals);
                else Write(connection, units);
                _checkpoints.Committed(connection);
            }
#pragma warning disable CA1031 // Whatever stops the batch must reach everybody who waits for it.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                foreach (var arrival in arrivals) arrival.TrySetException(failure);
                foreach (var unit in units) unit.Fail(failure);
            }

            arrivals.Clear();
            units.Clear();
            spare = arrivals;
        }

        insert?.Dispose();
    }

    private void Open(SqliteConnection connection)
    {
        connection.Open();
        _checkpoints.Start();
        using var command = connection.CreateCommand();

        // Erased content is overwritten, not only forgotten: https://sqlite.org/pragma.html#pragma_secure_delete
        command.CommandText = "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA wal_autocheckpoint = 0;"
            + " PRAGMA cache_size = -32000;";
        command.ExecuteNonQuery();
    }

    private static void Write(SqliteConnection connection, ArrivalInsert insert, List<PendingArrival> arrivals)
    {
        using (var transaction = connection.BeginTransaction(deferred: false))
        {
            foreach (var arrival in arrivals) arrival.Stored = insert.Run(arrival.Arrival, transaction);
            transaction.Commit();
        }

        foreach (var arrival in arrivals) arrival.TrySetResult(arrival.Stored);
    }

    private void Write(SqliteConnection connection, List<WriteUnit> units)
    {
        var before = Stopwatch.GetTimestamp();
        using (var transaction = connection.BeginTransaction(deferred: false))
        {
            while (_queue.TakeUnit(units.Count) is { } unit)
            {
                units.Add(unit);
                transaction.Save("unit");
                if (unit.TryRunAsync(connection, transaction).GetAwaiter().GetResult()) transaction.Release("unit");
                else transaction.Rollback("unit");
            }

            transaction.Commit();
        }

        _queue.Spent(Stopwatch.GetElapsedTime(before));
        foreach (var unit in units) unit.Complete();
    }
}
