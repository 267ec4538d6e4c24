using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Storage.Sqlite.Migrations;

/// <summary>
/// Brings the schema up to date. Each migration is one transaction. EF's own migration lock is a row that a killed
/// process leaves behind for good (https://learn.microsoft.com/ef/core/managing-schemas/migrations/applying); the
/// file's lock is held here, so such a row can only be a dead process's, and is cleared.
/// </summary>
internal static class Migrator
{
    public static async Task RunAsync(string connectionString, CancellationToken cancel)
    {
        await PrepareAsync(connectionString, cancel);
        await using var db = new CopBotDbContext(Options.For(connectionString));
        await db.Database.MigrateAsync(cancel);
    }

    private static async Task PrepareAsync(string connectionString, CancellationToken cancel)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancel);
        await ExecuteAsync(connection, "PRAGMA journal_mode = WAL;", cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'";
        if ((long)(await command.ExecuteScalarAsync(cancel))! > 0)
        {
            await ExecuteAsync(connection, "DELETE FROM \"__EFMigrationsLock\";", cancel);
        }
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Both statements are constants of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancel);
    }
}
