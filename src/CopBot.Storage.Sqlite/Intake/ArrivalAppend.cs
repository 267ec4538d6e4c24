using Microsoft.Data.Sqlite;

namespace CopBot.Storage.Sqlite.Intake;

/// <summary>
/// Appends arrivals to the intake file: the statements that decide how fast the bot acknowledges. All are prepared
/// once, those that begin and end a transaction too, and arrivals are numbered here, for SQLite's own numbering writes
/// another page each time (<see href="https://sqlite.org/autoinc.html"/>). After a failure it is of no more use.
/// </summary>
/// <param name="connection">To the file; closed with it.</param>
/// <param name="last">The number of the last arrival there ever was.</param>
internal sealed class ArrivalAppend(SqliteConnection connection, long last) : IDisposable
{
    private readonly SqliteCommand _begin = Command(connection, "BEGIN IMMEDIATE");
    private readonly SqliteCommand _commit = Command(connection, "COMMIT");
    private readonly SqliteCommand _delete = Command(
        connection, """DELETE FROM "Arrivals" WHERE "Id" <= @upTo""", "@upTo");

    private readonly SqliteCommand _insert = Command(
        connection,
        """
        INSERT INTO "Arrivals" ("Id", "Connection", "Key", "Lane", "Payload", "At", "ForgottenBefore")
        VALUES (@id, @connection, @key, @lane, @payload, @at, @before)
        """,
        "@id", "@connection", "@key", "@lane", "@payload", "@at", "@before");

    public SqliteConnection Connection => connection;

    /// <summary>The number of the last arrival on disk, or of the last there was before.</summary>
    public long Last { get; private set; } = last;

    /// <summary>The number up to which arrivals were deleted.</summary>
    public long Deleted { get; private set; }

    /// <summary>Writes arrivals in one transaction, and deletes those up to a number.</summary>
    public void Run(List<PendingArrival> arrivals, long obsolete)
    {
        _begin.ExecuteNonQuery();
        var number = Last;
        foreach (var arrival in arrivals) Insert(++number, arrival.Arrival);
        if (obsolete > Deleted)
        {
            _delete.Parameters[0].Value = obsolete;
            _delete.ExecuteNonQuery();
        }

        _commit.ExecuteNonQuery();
        (Last, Deleted) = (number, Math.Max(Deleted, obsolete));
    }

    public void Dispose()
    {
        _begin.Dispose();
        _commit.Dispose();
        _insert.Dispose();
        _delete.Dispose();
        connection.Dispose();
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, params string[] parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are constants of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var parameter in parameters) command.Parameters.Add(new SqliteParameter(parameter, null));
        return command;
    }

    private void Insert(long number, Arrival arrival)
    {
        _insert.Parameters[0].Value = number;
        _insert.Parameters[1].Value = arrival.Connection;
        _insert.Parameters[2].Value = arrival.Key;
        _insert.Parameters[3].Value = arrival.Lane;
        _insert.Parameters[4].Value = arrival.Payload;
        _insert.Parameters[5].Value = arrival.At.UtcTicks;
        _insert.Parameters[6].Value = arrival.ForgottenBefore is { } before ? before.UtcTicks : DBNull.Value;
        _insert.ExecuteNonQuery();
    }
}
