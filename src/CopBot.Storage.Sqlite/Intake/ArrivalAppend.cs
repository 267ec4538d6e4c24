using Microsoft.Data.Sqlite;

namespace CopBot.Storage.Sqlite.Intake;

/// <summary>Appends arrivals to the intake file: the statement that decides how fast the bot acknowledges.</summary>
internal sealed class ArrivalAppend : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _delete;
    private readonly SqliteCommand _last;

    /// <summary>The number up to which arrivals were deleted.</summary>
    public long Deleted { get; private set; }

    public ArrivalAppend(SqliteConnection connection)
    {
        _connection = connection;
        _insert = connection.CreateCommand();
        _insert.CommandText =
            """
            INSERT INTO "Arrivals" ("Connection", "Key", "Lane", "Payload", "At", "ForgottenBefore")
            VALUES (@connection, @key, @lane, @payload, @at, @before)
            """;
        foreach (var name in new[] { "@connection", "@key", "@lane", "@payload", "@at", "@before" })
        {
            _insert.Parameters.Add(new SqliteParameter(name, null));
        }

        _delete = connection.CreateCommand();
        _delete.CommandText = """DELETE FROM "Arrivals" WHERE "Id" <= @upTo""";
        _delete.Parameters.Add(new SqliteParameter("@upTo", null));
        _last = connection.CreateCommand();
        _last.CommandText = "SELECT last_insert_rowid()";
    }

    /// <summary>Writes arrivals in one transaction, and deletes those up to a number.</summary>
    /// <returns>The number of the last; 0 if there was none.</returns>
    public long Run(List<PendingArrival> arrivals, long obsolete)
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        (_insert.Transaction, _delete.Transaction, _last.Transaction) = (transaction, transaction, transaction);
        foreach (var arrival in arrivals) Insert(arrival.Arrival);
        var last = arrivals.Count == 0 ? 0 : (long)_last.ExecuteScalar()!;
        if (obsolete > Deleted)
        {
            _delete.Parameters[0].Value = obsolete;
            _delete.ExecuteNonQuery();
        }

        transaction.Commit();
        Deleted = Math.Max(Deleted, obsolete);
        return last;
    }

    public void Dispose()
    {
        _insert.Dispose();
        _delete.Dispose();
        _last.Dispose();
    }

    private void Insert(Arrival arrival)
    {
        _insert.Parameters[0].Value = arrival.Connection;
        _insert.Parameters[1].Value = arrival.Key;
        _insert.Parameters[2].Value = arrival.Lane;
        _insert.Parameters[3].Value = arrival.Payload;
        _insert.Parameters[4].Value = arrival.At.UtcTicks;
        _insert.Parameters[5].Value = arrival.ForgottenBefore is { } before ? before.UtcTicks : DBNull.Value;
        _insert.ExecuteNonQuery();
    }
}
