using Microsoft.Data.Sqlite;

namespace CopBot.Storage.Sqlite.Writing;

/// <summary>
/// The insert of an arrival, prepared once: it is the one statement that decides how fast the bot acknowledges.
/// </summary>
internal sealed class ArrivalInsert : IDisposable
{
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _forget;

    public ArrivalInsert(SqliteConnection connection)
    {
        _insert = Prepared(
            connection,
            """
            INSERT INTO "Inbox" ("Connection", "Key", "Lane", "State", "Payload", "ReceivedAt", "NotBefore", "Attempts")
            VALUES (@connection, @key, @lane, 'Pending', @payload, @at, @at, 0)
            ON CONFLICT ("Key") DO NOTHING
            """,
            "@connection", "@key", "@lane", "@payload", "@at");

        // A row of its own, so that ids tell the order of what waits.
        _forget = Prepared(
            connection,
            """DELETE FROM "Inbox" WHERE "Key" = @key AND "State" = 'Done' AND "ReceivedAt" < @before""",
            "@key", "@before");
    }

    /// <returns>False if the key is known.</returns>
    public bool Run(Arrival arrival, SqliteTransaction transaction)
    {
        if (arrival.ForgottenBefore is { } before)
        {
            _forget.Transaction = transaction;
            _forget.Parameters[0].Value = arrival.Key;
            _forget.Parameters[1].Value = before.UtcTicks;
            _forget.ExecuteNonQuery();
        }

        _insert.Transaction = transaction;
        _insert.Parameters[0].Value = arrival.Connection;
        _insert.Parameters[1].Value = arrival.Key;
        _insert.Parameters[2].Value = arrival.Lane;
        _insert.Parameters[3].Value = arrival.Payload;
        _insert.Parameters[4].Value = arrival.At.UtcTicks;
        return _insert.ExecuteNonQuery() > 0;
    }

    public void Dispose()
    {
        _insert.Dispose();
        _forget.Dispose();
    }

    private static SqliteCommand Prepared(SqliteConnection connection, string sql, params string[] parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Both statements are constants of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var parameter in parameters) command.Parameters.Add(new SqliteParameter(parameter, null));
        return command;
    }
}
