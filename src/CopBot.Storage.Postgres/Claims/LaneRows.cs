using Npgsql;

namespace CopBot.Storage.Postgres.Claims;

/// <summary>
/// The lanes of one queue as rows: each conversation with something waiting has one, and whoever owns it for the time
/// of a lease works on its first row, alone among all hosts.
/// </summary>
internal sealed class LaneRows(NpgsqlDataSource source, Queue queue)
{
    /// <summary>Longer than any send time-out, and any turn.</summary>
    public const string Lease = "interval '90 seconds'";

    private readonly string _name = queue.ToString();

    private string ClaimSql =>
        $"""
         WITH free AS MATERIALIZED (
             SELECT "Lane" FROM "Lanes" WHERE "Queue" = '{_name}' AND "Owner" IS NULL AND "ReadyAt" <= $1
             ORDER BY "ReadyAt", "Head" LIMIT 1 FOR UPDATE SKIP LOCKED)
         UPDATE "Lanes" AS lane SET "Owner" = $2, "Fence" = nextval('"LaneFences"'), "LeasedUntil" = now() + {Lease}
         FROM free WHERE lane."Queue" = '{_name}' AND lane."Lane" = free."Lane"
         RETURNING lane."Lane", lane."Fence", {HeadOf("Id", "lane.\"Lane\"")}, {HeadOf("NotBefore", "lane.\"Lane\"")},
             EXISTS (SELECT 1 FROM "Lanes" AS other WHERE other."Queue" = '{_name}' AND other."Owner" IS NULL
                 AND other."ReadyAt" <= $1 AND other."Lane" <> lane."Lane")
         """;

    /// <summary>The free lane that has waited longest, and its first row.</summary>
    /// <param name="done">What is let go before, in the same transaction; null for nothing.</param>
    /// <param name="now">As in <see cref="IStore.ClaimAsync"/>.</param>
    /// <param name="owner">The number of this host.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>
    /// Null if none is free; otherwise the claim, and whether it is ready: its first row may have been put off, or gone
    /// in another way, by an erasure or an administrator.
    /// </returns>
    /// <remarks>
    /// What is read here is closed here, once: a reader belongs to its connection and is given to whoever has it next.
    /// To close it a second time would close theirs, and a worker would wait forever.
    /// </remarks>
    public async Task<(LaneClaim Claim, bool IsReady)?> TakeAsync(
        LaneClaim? done, DateTimeOffset now, int owner, CancellationToken cancel)
    {
        await using var batch = source.CreateBatch();
        if (done is not null) AddRelease(batch, done);
        Add(batch, ClaimSql, now.UtcTicks, owner);
        await using var reader = await batch.ExecuteReaderAsync(cancel);

        // Letting go has one result: of the lock.
        if (done is not null) await reader.NextResultAsync(cancel);
        if (!await reader.ReadAsync(cancel)) return null;
        var (lane, fence) = (reader.GetString(0), reader.GetInt64(1));
        return await reader.IsDBNullAsync(2, cancel)
            ? (new(queue, lane, 0, fence), false)
            : (new(queue, lane, reader.GetInt64(2), fence, reader.GetBoolean(4)), reader.GetInt64(3) <= now.UtcTicks);
    }

    /// <summary>
    /// Lets a lane go: it is free, and ready when its first row is; gone if nothing waits. A claim that was lost
    /// meanwhile changes nothing.
    /// </summary>
    /// <returns>Whether something waits in it.</returns>
    public async Task<bool> ReleaseAsync(LaneClaim claim)
    {
        await using var batch = source.CreateBatch();
        AddRelease(batch, claim);
        await batch.ExecuteNonQueryAsync();
        return batch.BatchCommands[^1].RecordsAffected > 0;
    }

    /// <remarks>
    /// Locking and looking are two statements: only one that begins after the lock was got sees what those committed
    /// that held it before (<see href="https://www.postgresql.org/docs/current/transaction-iso.html"/>).
    /// </remarks>
    private void AddRelease(NpgsqlBatch batch, LaneClaim claim)
    {
        const string Mine = """ "Queue" = $1 AND "Lane" = $2 AND "Fence" = $3 """;
        object[] mine = [_name, claim.Lane, claim.Fence];
        Add(batch, $"""SELECT 1 FROM "Lanes" WHERE {Mine} FOR UPDATE""", mine);
        Add(
            batch,
            $"""
             WITH head AS MATERIALIZED (
                 SELECT "Id", "NotBefore" FROM "{_name}" WHERE "State" = 'Pending' AND "Lane" = $2
                 ORDER BY "Id" LIMIT 1),
             gone AS (DELETE FROM "Lanes" WHERE {Mine} AND NOT EXISTS (SELECT 1 FROM head))
             UPDATE "Lanes" SET "Owner" = NULL, "LeasedUntil" = NULL, "Head" = head."Id", "ReadyAt" = head."NotBefore"
             FROM head WHERE {Mine}
             """,
            mine);
    }

    private string HeadOf(string column, string lane) =>
        $"""(SELECT "{column}" FROM "{_name}" WHERE "State" = 'Pending' AND "Lane" = {lane} ORDER BY "Id" LIMIT 1)""";

    private static void Add(NpgsqlBatch batch, string sql, params object[] values)
    {
#pragma warning disable CA2100 // Names come from an enum; values are parameters.
        var command = new NpgsqlBatchCommand(sql);
#pragma warning restore CA2100
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        batch.BatchCommands.Add(command);
    }
}
