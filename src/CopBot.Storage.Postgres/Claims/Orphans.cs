using Npgsql;

namespace CopBot.Storage.Postgres.Claims;

/// <summary>Lanes whose owner is gone or too slow, and rows whose lane is not known.</summary>
internal sealed class Orphans(NpgsqlDataSource source)
{
    /// <summary>The first half of a host's lock: tells these locks from all others in the database.</summary>
    public const int LockClass = 0x436F70;

    /// <summary>Counts the hosts that hold their locks.</summary>
    public static readonly string LivingHosts =
        $"""
         SELECT count(*) FROM pg_locks
         WHERE locktype = 'advisory' AND classid = {LockClass} AND objsubid = 2 AND granted
             AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
         """;

    /// <summary>Frees the lanes of hosts that are gone, and those whose lease ran out.</summary>
    /// <param name="self">This host's number.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>How many were freed.</returns>
    public async Task<int> FreeAsync(int self, CancellationToken cancel)
    {
        // The lock is had for the length of this statement, if its host does not hold it.
        await using var command = source.CreateCommand(
            $"""
             WITH owners AS MATERIALIZED (SELECT DISTINCT "Owner" FROM "Lanes" WHERE "Owner" IS NOT NULL AND "Owner" <> $1),
             gone AS MATERIALIZED (SELECT "Owner" FROM owners WHERE pg_try_advisory_xact_lock({LockClass}, "Owner"))
             UPDATE "Lanes" SET "Owner" = NULL, "LeasedUntil" = NULL, "Fence" = nextval('"LaneFences"')
             WHERE ("Queue", "Lane") IN (
                 SELECT "Queue", "Lane" FROM "Lanes"
                 WHERE "Owner" IN (SELECT "Owner" FROM gone) OR "LeasedUntil" < now() FOR UPDATE SKIP LOCKED)
             """);
        command.Parameters.Add(new() { Value = self });
        return await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>
    /// Makes lanes known that are not: of rows that came in by another way, from a copied database for instance.
    /// </summary>
    public async Task FindLanelessAsync(CancellationToken cancel)
    {
        foreach (var queue in Enum.GetNames<Queue>())
        {
            await using var command = source.CreateCommand(
                $"""
                 INSERT INTO "Lanes" ("Queue", "Lane", "Head", "ReadyAt")
                 SELECT '{queue}', "Lane", min("Id"), min("NotBefore") FROM "{queue}" AS waiting
                 WHERE "State" = 'Pending'
                     AND NOT EXISTS (SELECT 1 FROM "Lanes" WHERE "Queue" = '{queue}' AND "Lane" = waiting."Lane")
                 GROUP BY "Lane" ORDER BY "Lane" ON CONFLICT DO NOTHING
                 """);
            await command.ExecuteNonQueryAsync(cancel);
        }
    }
}
