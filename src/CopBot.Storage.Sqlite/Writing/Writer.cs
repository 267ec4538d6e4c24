using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace CopBot.Storage.Sqlite.Writing;

/// <summary>
/// The one writer. Units that wait together are written together: one transaction, a savepoint for each, one commit
/// to the disk for all, and only then is anybody told. A unit that fails takes nothing else with it.
/// </summary>
internal sealed class Writer : IAsyncDisposable
{
    private const int AtOnce = 256;
    private readonly Channel<WriteUnit> _units = Channel.CreateBounded<WriteUnit>(
        new BoundedChannelOptions(8192) { SingleReader = true });

    private readonly string _connectionString;
    private readonly Task _work;

    public Writer(string connectionString)
    {
        _connectionString = connectionString;
        _work = Task.Run(WorkAsync);
    }

    /// <summary>Completes when the unit is on disk.</summary>
    public async Task EnqueueAsync(WriteUnit unit, CancellationToken cancel)
    {
        await _units.Writer.WriteAsync(unit, cancel);
        await unit.Completion;
    }

    public async ValueTask DisposeAsync()
    {
        _units.Writer.TryComplete();
        await _work;
    }

    private async Task WorkAsync()
    {
        await using var connection = new SqliteConnection(_connectionString);
        var batch = new List<WriteUnit>(AtOnce);
        while (await _units.Reader.WaitToReadAsync())
        {
            if (connection.State != System.Data.ConnectionState.Open) await OpenAsync(connection);
            while (batch.Count < AtOnce && _units.Reader.TryRead(out var unit)) batch.Add(unit);
            await WriteAsync(connection, batch);
            batch.Clear();
        }
    }

    private static async Task OpenAsync(SqliteConnection connection)
    {
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();

        // Erased content is overwritten, not only forgotten: https://sqlite.org/pragma.html#pragma_secure_delete
        command.CommandText = "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;";
        await command.ExecuteNonQueryAsync();
    }

    private static async Task WriteAsync(SqliteConnection connection, List<WriteUnit> batch)
    {
        var written = new List<WriteUnit>(batch.Count);
        try
        {
            await using var transaction = connection.BeginTransaction(deferred: false);
            foreach (var unit in batch)
            {
                transaction.Save("unit");
                if (await unit.TryRunAsync(connection, transaction))
                {
                    transaction.Release("unit");
                    written.Add(unit);
                }
                else
                {
                    transaction.Rollback("unit");
                }
            }

            await transaction.CommitAsync();
        }
#pragma warning disable CA1031 // Whatever stops the batch must reach everybody who waits for it.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            foreach (var unit in batch) unit.Fail(failure);
            return;
        }

        foreach (var unit in written) unit.Complete();
    }
}
