using CopBot.Pipeline;
using Npgsql;

namespace CopBot.Storage.Postgres.Waking;

/// <summary>
/// Tells the other hosts that there is work, and hears it from them. What is rung within a moment is told once, outside
/// of any transaction that matters: a commit that notifies waits for every other one that does
/// (<see href="https://www.postgresql.org/docs/current/sql-notify.html"/>). A lost ring costs a poll's interval.
/// </summary>
internal sealed class Bells(NpgsqlDataSource source, WakeUps wakeUps, Action<Queue> stir) : IAsyncDisposable
{
    public const string Channel = "copbot";
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(20);

    private readonly string _self = Guid.NewGuid().ToString("N");
    private readonly CancellationTokenSource _stopping = new();
    private Task _telling = Task.CompletedTask;
    private int _rung;

    /// <summary>Something was committed to a queue that somebody may work on.</summary>
    public void Ring(Queue queue)
    {
        stir(queue);
        if (Interlocked.Exchange(ref _rung, 1) == 1 || _stopping.IsCancellationRequested) return;

        // Not on the threads of whoever rings: they may end before it is told.
        _telling = Task.Run(TellAsync);
    }

    /// <summary>Another host, or this one, rang.</summary>
    public void Heard(string who)
    {
        if (who != _self) RingAll();
    }

    /// <summary>Wakes everybody here.</summary>
    public void RingAll()
    {
        stir(Queue.Inbox);
        stir(Queue.Outbox);
        wakeUps.Inbox();
        wakeUps.Outbox();
        wakeUps.Timers();
        wakeUps.Sealer();
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _telling;
        _stopping.Dispose();
    }

    private async Task TellAsync()
    {
        try
        {
            await Task.Delay(Moment, _stopping.Token);
            Volatile.Write(ref _rung, 0);
            await using var command = source.CreateCommand($"SELECT pg_notify('{Channel}', $1)");
            command.Parameters.Add(new() { Value = _self });
            await command.ExecuteNonQueryAsync(_stopping.Token);
        }
#pragma warning disable CA1031 // The others find it by themselves.
        catch (Exception)
#pragma warning restore CA1031
        {
            Volatile.Write(ref _rung, 0);
        }
    }
}
