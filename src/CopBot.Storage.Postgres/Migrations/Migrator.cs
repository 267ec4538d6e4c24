using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CopBot.Storage.Postgres.Migrations;

/// <summary>
/// Brings the schema up to date, one host after the other. The lock is a connection's: it ends with whoever holds it,
/// however it ends.
/// </summary>
internal static class Migrator
{
    private const string Lock = "pg_advisory_lock(4354930, 1)";

    public static async Task RunAsync(
        NpgsqlDataSource source, DbContextOptions<CopBotDbContext> options, CancellationToken cancel)
    {
        await using var holder = await source.OpenConnectionAsync(cancel);
        await using (var take = new NpgsqlCommand($"SELECT {Lock}", holder)) await take.ExecuteNonQueryAsync(cancel);
        await using (var db = new CopBotDbContext(options)) await db.Database.MigrateAsync(cancel);
        await using var leave = new NpgsqlCommand("SELECT pg_advisory_unlock(4354930, 1)", holder);
        await leave.ExecuteNonQueryAsync(cancel);
    }
}
