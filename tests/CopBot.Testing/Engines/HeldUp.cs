using CopBot.Storage.Sqlite.Intake;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CopBot.Testing.Engines;

/// <summary>A lock on where arrivals are written, as a disk or a server in trouble would seem to hold.</summary>
internal sealed class HeldUp(System.Data.Common.DbConnection connection) : IAsyncDisposable
{
    public static async Task<IAsyncDisposable> FileAsync(string database)
    {
        var connection = new SqliteConnection($"Data Source={IntakeFile.PathFor(database)};Pooling=False");
        await connection.OpenAsync();
        connection.BeginTransaction(deferred: false);
        return new HeldUp(connection);
    }

    public static async Task<IAsyncDisposable> TableAsync(string folder)
    {
        var connection = new NpgsqlConnection($"{TestEngine.ConnectionStringOf(folder)};Pooling=False");
        await connection.OpenAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand("LOCK TABLE \"Inbox\" IN EXCLUSIVE MODE", connection, transaction);
        await command.ExecuteNonQueryAsync();
        return new HeldUp(connection);
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
