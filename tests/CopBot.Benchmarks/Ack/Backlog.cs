using CopBot.Storage.Sqlite.Intake;
using Microsoft.Data.Sqlite;

namespace CopBot.Benchmarks.Ack;

/// <summary>What waits in a database, read from outside.</summary>
internal static class Backlog
{
    /// <summary>How many inbox rows wait, and for how long the oldest of them has.</summary>
    public static async Task<(int Rows, double Seconds)> ReadAsync(string database, CancellationToken cancel)
    {
        var moved = await MovedAsync(database, cancel);
        var (inbox, oldest) = await ReadAsync(
            database, "SELECT COUNT(*), MIN(ReceivedAt) FROM Inbox WHERE State = 'Pending'", cancel);
        var (intake, oldestIntake) = await ReadAsync(
            IntakeFile.PathFor(database), $"SELECT COUNT(*), MIN(At) FROM Arrivals WHERE Id > {moved}", cancel);
        var now = TimeProvider.System.GetUtcNow();
        return (inbox + intake, Math.Max((now - (oldest ?? now)).TotalSeconds, (now - (oldestIntake ?? now)).TotalSeconds));
    }

    private static async Task<(int Rows, DateTimeOffset? Oldest)> ReadAsync(
        string database, string sql, CancellationToken cancel)
    {
        await using var connection = await OpenAsync(database, cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        return reader.IsDBNull(1) ? (0, null) : (reader.GetInt32(0), new DateTimeOffset(reader.GetInt64(1), TimeSpan.Zero));
    }

    /// <summary>How many of these inbox keys the database does not hold.</summary>
    public static async Task<int> MissingAsync(string database, IEnumerable<byte[]> keys, CancellationToken cancel)
    {
        var held = new HashSet<string>(StringComparer.Ordinal);
        await KeysAsync(database, "SELECT Key FROM Inbox", held, cancel);
        await KeysAsync(IntakeFile.PathFor(database), "SELECT Key FROM Arrivals", held, cancel);
        return keys.Count(key => !held.Contains(Convert.ToHexString(key)));
    }

    private static async Task KeysAsync(string database, string sql, HashSet<string> keys, CancellationToken cancel)
    {
        await using var connection = await OpenAsync(database, cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) keys.Add(Convert.ToHexString((byte[])reader[0]));
    }

    private static async Task<long> MovedAsync(string database, CancellationToken cancel)
    {
        await using var connection = await OpenAsync(database, cancel);
        return MovedMark.Read(connection);
    }

    private static async Task<SqliteConnection> OpenAsync(string database, CancellationToken cancel)
    {
        var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        await connection.OpenAsync(cancel);
        return connection;
    }
}
