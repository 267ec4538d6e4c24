using Npgsql;

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
    /// deliveries in different orders do not wait for each other.
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
         known AS (
             INSERT INTO "Lanes" ("Queue", "Lane", "Head", "ReadyAt")
             SELECT 'Inbox', "Lane", min("Id"), min("NotBefore") FROM added GROUP BY "Lane" ORDER BY "Lane"
             {LaneKeeping.OnKnown})
         SELECT "Key" FROM added
         """;

    /// <returns>For each, whether it is new.</returns>
    public async Task<IReadOnlyList<bool>> RunAsync(IReadOnlyList<PendingArrival> batch)
    {
        var added = new HashSet<string>(StringComparer.Ordinal);
        await using (var statements = source.CreateBatch())
        {
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
            await using var reader = await statements.ExecuteReaderAsync();
            while (await reader.ReadAsync()) added.Add(Convert.ToHexString(reader.GetFieldValue<byte[]>(0)));

            // The commit is over when nothing more is to be read.
            while (await reader.NextResultAsync())
            {
            }
        }

        return [.. batch.Select(pending => added.Remove(Convert.ToHexString(pending.Arrival.Key)))];
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
}
