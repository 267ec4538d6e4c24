using Microsoft.Data.Sqlite;

namespace CopBot.Storage.Sqlite.Claims;

/// <summary>
/// Who works on which conversation. One process owns the file, so the claims themselves live in memory: they end with
/// the process, as they must.
/// </summary>
internal sealed class LaneClaims(string connectionString) : IDisposable
{
    private readonly HashSet<(Queue Queue, string Lane)> _busy = [];
    private readonly SemaphoreSlim _gate = new(1);

    public async Task<LaneClaim?> ClaimAsync(Queue queue, DateTimeOffset now, CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            await using var connection = new SqliteConnection(connectionString);
            await connection.OpenAsync(cancel);
            await using var command = connection.CreateCommand();
            command.CommandText = StatementFor(queue);
            command.Parameters.AddWithValue("@now", now.UtcTicks);
            command.Parameters.AddWithValue("@busy", BusyLanes(queue));
            await using var reader = await command.ExecuteReaderAsync(cancel);
            if (!await reader.ReadAsync(cancel)) return null;
            var claim = new LaneClaim(queue, reader.GetString(1), reader.GetInt64(0));
            lock (_busy) _busy.Add((queue, claim.Lane));
            return claim;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Release(LaneClaim claim)
    {
        lock (_busy) _busy.Remove((claim.Queue, claim.Lane));
    }

    public void Dispose() => _gate.Dispose();

    private static string StatementFor(Queue queue) =>
        $"""
         SELECT "Id", "Lane" FROM "{queue}" AS this
         WHERE "State" = 'Pending' AND "NotBefore" <= @now
           AND "Lane" NOT IN (SELECT value FROM json_each(@busy))
           AND NOT EXISTS (SELECT 1 FROM "{queue}" AS earlier
                           WHERE earlier."State" = 'Pending' AND earlier."Lane" = this."Lane"
                             AND earlier."Id" < this."Id")
         ORDER BY "Id" LIMIT 1
         """;

    private string BusyLanes(Queue queue)
    {
        lock (_busy)
        {
            return System.Text.Json.JsonSerializer.Serialize(
                _busy.Where(lane => lane.Queue == queue).Select(lane => lane.Lane));
        }
    }
}
