using CopBot.Pipeline;
using Microsoft.Data.Sqlite;

namespace CopBot.Storage.Sqlite.Writing;

/// <summary>
/// The one writer, on a thread of its own: it waits for the disk most of the time. Units that wait together are written
/// together: one transaction, a savepoint for each, one commit to the disk for all, and only then is anybody told. A
/// unit that fails takes nothing else with it.
/// </summary>
internal sealed class Writer : IAsyncDisposable
{
    private const int AtOnce = 64;
    private readonly WorkLine<WriteUnit> _units = new();
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
        _units.Add(unit);
        return unit.Completion;
    }

    public async ValueTask DisposeAsync()
    {
        _units.Close();
        await _work;
        _checkpoints.Dispose();
    }

    private void Work()
    {
        StepBack.Now();
        using var connection = new SqliteConnection(_connectionString);
        var batch = new List<WriteUnit>(AtOnce);
        while (_units.Take(batch, AtOnce))
        {
            try
            {
                if (connection.State != System.Data.ConnectionState.Open) Open(connection);
                Write(connection, batch);
                _checkpoints.Committed(connection);
            }
#pragma warning disable CA1031 // Whatever stops the batch must reach everybody who waits for it.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                foreach (var unit in batch) unit.Fail(failure);
            }

            batch.Clear();
        }
    }

    private void Open(SqliteConnection connection)
    {
        connection.Open();
        _checkpoints.Start();
        using var command = connection.CreateCommand();

        // Erased content is overwritten, not only forgotten: https://sqlite.org/pragma.html#pragma_secure_delete
        command.CommandText = "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA wal_autocheckpoint = 0;"
            + " PRAGMA cache_size = -8000;";
        command.ExecuteNonQuery();
    }

    private static void Write(SqliteConnection connection, List<WriteUnit> batch)
    {
        using (var transaction = connection.BeginTransaction(deferred: false))
        {
            foreach (var unit in batch)
            {
                transaction.Save("unit");

                // SQLite never waits for anything but the disk, so this is done when it returns.
                if (unit.TryRunAsync(connection, transaction).GetAwaiter().GetResult()) transaction.Release("unit");
                else transaction.Rollback("unit");
            }

            transaction.Commit();
        }

        foreach (var unit in batch) unit.Complete();
    }
}
