using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CopBot.Storage.Postgres.Migrations;

/// <summary>
/// Brings the schema up to date, one host after the other. The lock is a connection's: it ends with whoever holds it,
/// however it ends.
/// </summary>
internal static class Migrator
{
    /// <summary>Not a host's: see <see cref="Claims.Orphans.LockClass"/>.</summary>
    private const string Key = "4354930, 1";

    public static async Task RunAsync(
        NpgsqlDataSource locks, DbContextOptions<CopBotDbContext> options, CancellationToken cancel)
    {
        await using var holder = await locks.OpenConnectionAsync(cancel);
        await using (var take = new NpgsqlCommand($"SELECT pg_advisory_lock({Key})", holder)) await take.ExecuteNonQueryAsync(cancel);
        await using (var db = new CopBotDbContext(options)) await db.Database.MigrateAsync(cancel);
    }
}
