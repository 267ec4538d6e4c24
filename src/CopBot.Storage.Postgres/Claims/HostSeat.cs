using CopBot.Storage.Postgres.Waking;
using Npgsql;

namespace CopBot.Storage.Postgres.Claims;

/// <summary>
/// This host among the others: a number, and a connection that holds a lock under it for as long as the host lives.
/// Whoever can take that lock knows that the host is gone, and frees its lanes; nobody has to wait for its leases. With
/// every new connection comes a new number: what was claimed under the old one may be lost.
/// </summary>
internal sealed class HostSeat : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private const int BeatsBetweenSearches = 30;

    /// <summary>Npgsql counts in milliseconds, and takes none for no end.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    private readonly NpgsqlDataSource _locks;
    private readonly Orphans _orphans;
    private readonly Bells _bells;
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _seated = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lazy<Task> _work;
    private int _number;

    public HostSeat(NpgsqlDataSource locks, NpgsqlDataSource claims, Bells bells)
    {
        (_locks, _bells) = (locks, bells);
        _orphans = new Orphans(claims);
        _work = new(() => Task.Run(WorkAsync));
    }

    /// <summary>The number under which this host owns lanes; known once its lock is held.</summary>
    public async Task<int> NumberAsync(CancellationToken cancel)
    {
        _ = _work.Value;
        await _seated.Task.WaitAsync(cancel);
        return Volatile.Read(ref _number);
    }

    /// <summary>That number, if this host has begun to claim; null before.</summary>
    public int? Known => _seated.Task.IsCompletedSuccessfully ? Volatile.Read(ref _number) : null;

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        if (_work.IsValueCreated) await _work.Value;
        _stopping.Dispose();
    }

    private async Task WorkAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                await SitAsync(_stopping.Token);
            }
#pragma warning disable CA1031 // However the connection is lost, another is made.
            catch (Exception) when (!_stopping.IsCancellationRequested)
#pragma warning restore CA1031
            {
                await Task.Delay(Beat / 2);
            }
            catch (OperationCanceledException)
            {
            }
        }

        _seated.TrySetCanceled();
    }

    /// <summary>Holds the lock, hears the bells and looks after orphans until the connection breaks.</summary>
    private async Task SitAsync(CancellationToken cancel)
    {
        await using var connection = await _locks.OpenConnectionAsync(cancel);
        connection.Notification += (_, bell) => _bells.Heard(bell.Payload);
        var number = (int)(long)(await ExecuteAsync(connection, "SELECT nextval('\"Hosts\"')", cancel))!;
        await ExecuteAsync(connection, $"SELECT pg_advisory_lock({Orphans.LockClass}, {number}); LISTEN {Bells.Channel}", cancel);
        Volatile.Write(ref _number, number);
        _seated.TrySetResult();
        _bells.RingAll();
        for (var beat = 0; ; beat++)
        {
            if (await _orphans.FreeAsync(_number, cancel) > 0) _bells.RingAll();
            if (beat % BeatsBetweenSearches == 0) await _orphans.FindLanelessAsync(cancel);
            var since = TimeProvider.System.GetTimestamp();
            while (Beat - TimeProvider.System.GetElapsedTime(since) is var left && left > Shortest)
            {
                await connection.WaitAsync(left, cancel);
            }
        }
    }

    private static async Task<object?> ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
#pragma warning disable CA2100 // Constants of this file, and a number.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(cancel);
    }
}
