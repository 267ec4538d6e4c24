using System.Globalization;
using CopBot.Pipeline;
using Npgsql;

namespace CopBot.Storage.Postgres.Waking;

/// <summary>
/// Tells the other hosts in which queues there is work that this one did not take up within a moment, and hears it from
/// them; timers and the log are looked after by the host that set or wrote them. It is told outside of any transaction
/// that matters: a commit that notifies waits for every other one that does
/// (<see href="https://www.postgresql.org/docs/current/sql-notify.html"/>). A lost ring costs a poll's interval.
/// </summary>
/// <param name="source">Where to.</param>
/// <param name="wakeUps">What to ring when another host told.</param>
/// <param name="stir">A queue may have work again.</param>
/// <param name="isEmpty">Whether this host knows that all the work in a queue was taken up.</param>
internal sealed class Bells(
    NpgsqlDataSource source, WakeUps wakeUps, Action<Queue> stir, Func<Queue, bool> isEmpty) : IAsyncDisposable
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
        wakeUps.Ring(queue);
    }

    private async Task TellAsync()
    {
        try
        {
            await Task.Delay(Moment, _stopping.Token);
            var queues = Interlocked.Exchange(ref _rung, 0);
            foreach (var queue in Enum.GetValues<Queue>().Where(isEmpty)) queues &= ~BitOf(queue);
            if (queues == 0) return;
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
