using Microsoft.Data.Sqlite;

namespace CopBot.Storage.Sqlite.Intake;

/// <summary>Puts arrivals into the inbox, each key once.</summary>
internal sealed class ArrivalInsert : IDisposable
{
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _forget;

    public ArrivalInsert(SqliteConnection database, SqliteTransaction transaction)
    {
        _insert = Command(
            database,
            transaction,
            """
            INSERT INTO "Inbox" ("Connection", "Key", "Lane", "State", "Payload", "ReceivedAt", "NotBefore", "Attempts")
            VALUES (@connection, @key, @lane, 'Pending', @payload, @at, @at, 0)
            ON CONFLICT ("Key") DO NOTHING
            """,
            "@connection", "@key", "@lane", "@payload", "@at");

        // A row of its own, so that ids tell the order of what waits.
        _forget = Command(
            database,
            transaction,
            """DELETE FROM "Inbox" WHERE "Key" = @key AND "State" = 'Done' AND "ReceivedAt" < @before""",
            "@key", "@before");
    }

    /// <param name="arrival">
    /// A row of the intake file: number, connection, key, lane, payload, time, and before when a like one is forgotten.
    /// </param>
    public void Run(SqliteDataReader arrival)
    {
        if (!arrival.IsDBNull(6))
        {
            _forget.Parameters[0].Value = arrival.GetValue(2);
            _forget.Parameters[1].Value = arrival.GetInt64(6);
            _forget.ExecuteNonQuery();
        }

        for (var i = 0; i < _insert.Parameters.Count; i++) _insert.Parameters[i].Value = arrival.GetValue(i + 1);
        _insert.ExecuteNonQuery();
    }

    public void Dispose()
    {
        _insert.Dispose();
        _forget.Dispose();
    }

    private static SqliteCommand Command(
        SqliteConnection database, SqliteTransaction transaction, string sql, params string[] parameters)
    {
        var command = database.CreateCommand();
#pragma warning disable CA2100 // Both statements are constants of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = transaction;
        foreach (var parameter in parameters) command.Parameters.Add(new SqliteParameter(parameter, null));
        return command;
    }
}
