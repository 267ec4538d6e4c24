using CopBot.Storage.Postgres.Claims;
using Npgsql;
using NpgsqlTypes;

namespace CopBot.Storage.Postgres.Intake;

/// <summary>Puts a batch of arrivals into the inbox, each key once, and makes their lanes known.</summary>
internal sealed class ArrivalInsert(NpgsqlDataSource source)
{
    private const string Forget =
        """
        DELETE FROM "Inbox" USING unnest($1, $2) AS forgotten("Key", "Before")
        WHERE "Inbox"."Key" = forgotten."Key" AND "State" = 'Done' AND "ReceivedAt" < forgotten."Before"
        """;

    /// <remarks>
    /// Numbers are given in the order of arrival, keys and lanes are locked in their own: two hosts that get the same
    /// deliveries in different orders do not wait for each other. Lanes become a host's own as in
    /// <see cref="LaneKeeping"/>.
    /// </remarks>
    private const string Insert =
        $"""
         WITH arrived AS MATERIALIZED (
             SELECT nextval(pg_get_serial_sequence('"Inbox"', 'Id')) AS "Id", one.*
             FROM unnest($1, $2, $3, $4, $5) WITH ORDINALITY AS one("Connection", "Key", "Lane", "Payload", "At", "Place")
             OFFSET 0),
         added AS (
             INSERT INTO "Inbox" (
                 "Id", "Connection", "Key", "Lane", "State", "Payload", "ReceivedAt", "NotBefore", "Attempts")
             SELECT "Id", "Connection", "Key", "Lane", 'Pending', "Payload", "At", "At", 0 FROM arrived ORDER BY "Key"
             ON CONFLICT ("Key") DO NOTHING RETURNING "Id", "Key", "Lane", "NotBefore"),
         wanted AS MATERIALIZED (
             SELECT 'Inbox' AS "Queue", lane.*, nextval('"LaneFences"') AS "Fence",
                 CASE WHEN $6::integer IS NOT NULL AND NOT EXISTS (
                     SELECT 1 FROM "Inbox" AS older WHERE older."State" = 'Pending' AND older."Lane" = lane."Lane")
                 THEN $6 END AS "Owner"
             FROM (
                 SELECT "Lane", min("Id") AS "Head", min("NotBefore") AS "ReadyAt" FROM added GROUP BY "Lane") AS lane),
         {LaneKeeping.Make}
         SELECT added."Key", added."Lane", own."Fence", added."Id", added."NotBefore" FROM added
         LEFT JOIN (wanted JOIN made USING ("Lane", "Fence")) AS own
             ON own."Lane" = added."Lane" AND own."Owner" IS NOT NULL
         ORDER BY added."Id"
         """;

    public async Task<Inserted> RunAsync(IReadOnlyList<PendingArrival> batch, int? host)
    {
        var (added, own, ownAreAll) = (new HashSet<string>(StringComparer.Ordinal), new List<OwnLane>(), true);
        await using (var statements = StatementsFor(batch, host))
        {
            await using var reader = await statements.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                added.Add(Convert.ToHexString(reader.GetFieldValue<byte[]>(0)));
                var isOwn = !await reader.IsDBNullAsync(2);
                ownAreAll &= isOwn;
                var lane = reader.GetString(1);
                if (!isOwn || own.Exists(before => before.Claim.Lane == lane)) continue;
                own.Add(new(
                    new(Queue.Inbox, lane, reader.GetInt64(3), reader.GetInt64(2)), reader.GetInt64(4)));
            }

            // The commit is over when nothing more is to be read.
            while (await reader.NextResultAsync())
            {
            }
        }

        return new(
            [.. batch.Select(pending => added.Remove(Convert.ToHexString(pending.Arrival.Key)))], own, ownAreAll);
    }

    private NpgsqlBatch StatementsFor(IReadOnlyList<PendingArrival> batch, int? host)
    {
        var statements = source.CreateBatch();
        var repeatable = batch.Where(pending => pending.Arrival.ForgottenBefore is not null).ToList();
        if (repeatable.Count > 0)
        {
            statements.BatchCommands.Add(Command(
                Forget,
                repeatable.Select(pending => pending.Arrival.Key).ToArray(),
                repeatable.Select(pending => pending.Arrival.ForgottenBefore!.Value.UtcTicks).ToArray()));
        }

        statements.BatchCommands.Add(Command(
            Insert,
            Each(batch, arrival => arrival.Connection),
            Each(batch, arrival => arrival.Key),
            Each(batch, arrival => arrival.Lane),
            Each(batch, arrival => arrival.Payload),
            Each(batch, arrival => arrival.At.UtcTicks)));
        statements.BatchCommands[^1].Parameters.Add(
            new() { Value = (object?)host ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer });
        return statements;
    }

    private static T[] Each<T>(IReadOnlyList<PendingArrival> batch, Func<Arrival, T> part) =>
        [.. batch.Select(pending => part(pending.Arrival))];

    private static NpgsqlBatchCommand Command(string sql, params object[] values)
    {
#pragma warning disable CA2100 // Both statements are constants of this file.
        var command = new NpgsqlBatchCommand(sql);
#pragma warning restore CA2100
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return command;
    }

    /// <summary>What became of a batch.</summary>
    /// <param name="IsNew">For each arrival, whether it was not known.</param>
    /// <param name="Own">Lanes that became the host's own.</param>
    /// <param name="OwnAreAll">Whether all that is new is in those.</param>
    public sealed record Inserted(IReadOnlyList<bool> IsNew, IReadOnlyList<OwnLane> Own, bool OwnAreAll);
}
