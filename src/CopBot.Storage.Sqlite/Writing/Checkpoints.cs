using CopBot.Pipeline;
using Microsoft.Data.Sqlite;

namespace CopBot.Storage.Sqlite.Writing;

/// <summary>
/// Carries what was written from the write-ahead log into the database file, beside the writer instead of within it:
/// SQLite's own way makes every so manieth commit wait for it (<see href="https://sqlite.org/wal.html#ckpt"/>). When
/// the log has become long, the writer carries over the little that is left, and the log begins anew: writing over a
/// file is faster than making it longer. While somebody always reads, the log never begins anew by itself and every
/// read gets slower with its length; so the writer waits a moment for those who read from it.
/// </summary>
internal sealed class Checkpoints(string connectionString) : IDisposable
{
    private const int LongLog = 4096;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly CancellationTokenSource _stopping = new();
    private Thread? _thread;
    private volatile bool _written;
    private volatile bool _isLong;

    public void Start()
    {
        if (_thread is not null) return;
        _thread = new Thread(Work) { IsBackground = true, Name = "Checkpoints" };
        _thread.Start();
    }

    /// <summary>Tells that a transaction was committed; carries over the rest, if the log is to begin anew.</summary>
    public void Committed(SqliteConnection writer)
    {
        _written = true;
        if (!_isLong) return;
        _isLong = false;
        Run(writer, "RESTART", patience: 100);
    }

    public void Dispose()
    {
        _stopping.Cancel();
        _thread?.Join();
        _stopping.Dispose();
    }

    private void Work()
    {
        StepBack.Now();
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        var full = true;
        while (!_stopping.Token.WaitHandle.WaitOne(Interval))
        {
            if (_written)
            {
                _written = false;
                _isLong = Run(connection, "PASSIVE", patience: 50) > LongLog;
                full = true;
            }
            else if (full)
            {
                // Nobody writes now: what was erased is not to stay behind in the log.
                full = Run(connection, "TRUNCATE", patience: 50) > 0;
            }
        }
    }

    /// <returns>How many pages the log holds.</returns>
    private static long Run(SqliteConnection connection, string mode, int patience)
    {
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA busy_timeout = {patience}; PRAGMA wal_checkpoint({mode})";
            using var reader = command.ExecuteReader();
            reader.NextResult();
            return reader.Read() ? reader.GetInt64(1) : 0;
        }
        catch (SqliteException)
        {
            // Nothing is lost: it is all in the log, and the next try carries it over.
            return 0;
        }
    }
}
