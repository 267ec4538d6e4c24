using CopBot.Pipeline;
using Microsoft.Data.Sqlite;

namespace CopBot.Benchmarks.Ack;

/// <summary>What waits in a database, read from outside.</summary>
internal static class Backlog
{
    /// <summary>How many inbox rows wait, and for how long the oldest of them has.</summary>
    public static async Task<(int Rows, double Seconds)> ReadAsync(string database, CancellationToken cancel)
    {
        await using var connection = await OpenAsync(database, cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*), MIN(ReceivedAt) FROM Inbox WHERE State = 'Pending'";
        await using var reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        if (reader.IsDBNull(1)) return (0, 0);
        var oldest = new DateTimeOffset(reader.GetInt64(1), TimeSpan.Zero);
        return (reader.GetInt32(0), (TimeProvider.System.GetUtcNow() - oldest).TotalSeconds);
    }

    /// <summary>How many of these Slack messages the database does not hold.</summary>
    public static async Task<int> MissingAsync(string database, IEnumerable<string> messages, CancellationToken cancel)
    {
        await using var connection = await OpenAsync(database, cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT Key FROM Inbox";
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var held = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancel)) held.Add(Convert.ToHexString((byte[])reader[0]));
        return messages.Count(ts => !held.Contains(
            Convert.ToHexString(Payload.KeyHash("slack/main", $"message:{SlackCommunity.Channel}:{ts}"))));
    }

    private static async Task<SqliteConnection> OpenAsync(string database, CancellationToken cancel)
    {
        var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        await connection.OpenAsync(cancel);
        return connection;
    }
}
