using System.Globalization;
using CopBot.Pipeline;
using Npgsql;

namespace CopBot.Storage.Postgres.Waking;

/// <summary>
/// Tells the other hosts in which queues there is work, and hears it from them; timers and the log are looked after by
/// the host that set or wrote them. What is rung within a moment is told once, outside of any transaction that matters:
/// a commit that notifies waits for every other one that does
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
        if (Interlocked.Or(ref _rung, BitOf(queue)) != 0 || _stopping.IsCancellationRequested) return;

        // Not on the threads of whoever rings: they may end before it is told.
        _telling = Task.Run(TellAsync);
    }

    /// <summary>Another host, or this one, rang.</summary>
    /// <param name="bell">
    /// Who, and for which queues: a number with a bit for each. An earlier version does not say which: then for all.
    /// </param>
    public void Heard(string bell)
    {
        var words = bell.Split(' ');
        if (words[0] == _self) return;
        var queues = words.Length > 1 && int.TryParse(words[1], CultureInfo.InvariantCulture, out var bits) ? bits : ~0;
        foreach (var queue in Enum.GetValues<Queue>().Where(queue => (queues & BitOf(queue)) != 0)) Wake(queue);
    }

    /// <summary>Wakes everybody here.</summary>
    public void RingAll()
    {
        Wake(Queue.Inbox);
        Wake(Queue.Outbox);
        wakeUps.Timers();
        wakeUps.Sealer();
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _telling;
        _stopping.Dispose();
    }

    private static int BitOf(Queue queue) => 1 << (int)queue;

    private void Wake(Queue queue)
    {
        stir(queue);
        if (queue == Queue.Inbox) wakeUps.Inbox();
        else wakeUps.Outbox();
    }

    private async Task TellAsync()
    {
        try
        {
            await Task.Delay(Moment, _stopping.Token);
            var queues = Interlocked.Exchange(ref _rung, 0);
            await using var command = source.CreateCommand($"SELECT pg_notify('{Channel}', $1)");
            command.Parameters.Add(new() { Value = string.Create(CultureInfo.InvariantCulture, $"{_self} {queues}") });
            await command.ExecuteNonQueryAsync(_stopping.Token);
        }
#pragma warning disable CA1031 // The others find it by themselves.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }
}
