using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace CopBot.Storage.Sqlite.Claims;

/// <summary>
/// Finds what waits in one queue: reads forward through its rows, each once, and looks a conversation up again when it
/// was let go. So a claim costs the same however much waits.
/// </summary>
/// <remarks>
/// Reading forward is enough because the one writer gives ids in the order of its commits: a row below the last id read
/// can't turn up later.
/// </remarks>
internal sealed class LaneQueue(string connectionString, Queue queue, Func<Task<bool>> more) : IDisposable
{
    private const int AtOnce = 512;

    private readonly SemaphoreSlim _gate = new(1);
    private readonly ConcurrentQueue<string> _released = new();
    private readonly Lanes _lanes = new();
    private SqliteConnection? _connection;
    private SqliteCommand? _next;
    private SqliteCommand? _head;
    private long _read;

    public async Task<LaneClaim?> ClaimAsync(DateTimeOffset now, CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            if (_connection is null) Open();
            while (_released.TryPeek(out var lane))
            {
                // Taken off only when it is free: if the look fails, the next claim looks again.
                _lanes.Free(lane, HeadOf(lane), now.UtcTicks);
                _released.TryDequeue(out _);
            }

            var claimed = _lanes.Take(now.UtcTicks);
            while (claimed is null && (ReadOn(now.UtcTicks) || await more())) claimed = _lanes.Take(now.UtcTicks);
            return claimed is var (row, of) ? new(queue, of, row, HasMore: _lanes.HasReady) : null;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Release(LaneClaim claim) => _released.Enqueue(claim.Lane);

    public void Dispose()
    {
        _gate.Dispose();
        _next?.Dispose();
        _head?.Dispose();
        _connection?.Dispose();
    }

    private void Open()
    {
        _connection = new SqliteConnection(connectionString);
        _connection.Open();
        _next = Command(
            $"""
             SELECT "Id", "Lane", "NotBefore", "State" = 'Pending' FROM "{queue}"
             WHERE "Id" > @it ORDER BY "Id" LIMIT {AtOnce}
             """);
        _head = Command(
            $"""
             SELECT "Id", "NotBefore" FROM "{queue}" WHERE "State" = 'Pending' AND "Lane" = @it ORDER BY "Id" LIMIT 1
             """);
        using var before = Command(
            $"""
             SELECT COALESCE((SELECT MIN("Id") - 1 FROM "{queue}" WHERE "State" = 'Pending'), (SELECT MAX("Id") FROM "{queue}"), 0)
             """);
        _read = (long)before.ExecuteScalar()!;
    }

    /// <returns>False if there is nothing more to read.</returns>
    private bool ReadOn(long now)
    {
        _next!.Parameters[0].Value = _read;
        using var reader = _next.ExecuteReader();
        var any = false;
        while (reader.Read())
        {
            any = true;
            _read = reader.GetInt64(0);
            if (reader.GetInt64(3) == 1) _lanes.Find(reader.GetString(1), _read, reader.GetInt64(2), now);
        }

        return any;
    }

    private (long Row, long NotBefore)? HeadOf(string lane)
    {
        _head!.Parameters[0].Value = lane;
        using var reader = _head.ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), reader.GetInt64(1)) : null;
    }

    private SqliteCommand Command(string sql)
    {
        var command = _connection!.CreateCommand();
#pragma warning disable CA2100 // The table's name comes from an enum.
        command.CommandText = sql;
#pragma warning restore CA2100
        if (sql.Contains("@it", StringComparison.Ordinal)) command.Parameters.Add(new SqliteParameter("@it", null));
        return command;
    }
}
