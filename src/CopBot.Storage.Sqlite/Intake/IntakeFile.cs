using Microsoft.Data.Sqlite;

namespace CopBot.Storage.Sqlite.Intake;

/// <summary>
/// A file of its own for what came in and is not in the inbox yet, so that acknowledging waits for nothing but one
/// short write: SQLite lets one write to a file at a time, and the database's turn can be long. See ADR 0011.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="moved">
/// Tells the number of the last arrival that the database has: those that were moved are deleted here, and the file may
/// have been lost; their numbers must not be given again.
/// </param>
internal sealed class IntakeFile(string path, Func<long> moved)
{
    private readonly Lock _preparing = new();
    private bool _prepared;

    private readonly string _connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Pooling = false,
        DefaultTimeout = 30,
    }.ToString();

    /// <summary>Beside the database.</summary>
    public static string PathFor(string database) => System.IO.Path.ChangeExtension(database, ".intake.db");

    public string ConnectionString => _connectionString;

    /// <summary>A connection that writes as durably as the database's own.</summary>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        Execute(connection, "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA wal_autocheckpoint = 0;");
        lock (_preparing)
        {
            if (!_prepared) Prepare(connection);
            _prepared = true;
        }

        return connection;
    }

    /// <summary>A connection that appends.</summary>
    public ArrivalAppend OpenForAppending()
    {
        var connection = Open();
        try
        {
            using var last = connection.CreateCommand();
            last.CommandText = """SELECT COALESCE(MAX("Id"), 0) FROM "Arrivals" """;
            return new(connection, Math.Max((long)last.ExecuteScalar()!, moved()));
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Prepare(SqliteConnection connection)
    {
        Execute(connection, "PRAGMA journal_mode = WAL");
        using var transaction = connection.BeginTransaction(deferred: false);
        using var kept = connection.CreateCommand();
        kept.CommandText = "SELECT sql FROM sqlite_master WHERE name = 'Arrivals'";
        var isOld = kept.ExecuteScalar() is string sql && sql.Contains("AUTOINCREMENT", StringComparison.Ordinal);
        if (isOld) Execute(connection, """ALTER TABLE "Arrivals" RENAME TO "Numbered" """);
        Execute(
            connection,
            """
            CREATE TABLE IF NOT EXISTS "Arrivals" (
                "Id" INTEGER PRIMARY KEY, "Connection" TEXT NOT NULL, "Key" BLOB NOT NULL,
                "Lane" TEXT NOT NULL, "Payload" TEXT NOT NULL, "At" INTEGER NOT NULL, "ForgottenBefore" INTEGER);
            """);
        if (isOld) Execute(connection, """INSERT INTO "Arrivals" SELECT * FROM "Numbered"; DROP TABLE "Numbered";""");
        transaction.Commit();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are constants of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
