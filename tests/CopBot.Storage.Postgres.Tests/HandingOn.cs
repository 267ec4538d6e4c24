using System.Collections.Concurrent;
using System.Security.Cryptography;
using CopBot.Chat;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace CopBot.Storage.Postgres.Tests;

/// <summary>A worker lets a conversation go with its next claim, and however work ends, none stays claimed.</summary>
public sealed class HandingOn : IAsyncLifetime
{
    private readonly WakeUps _wakeUps = new();
    private readonly ConcurrentDictionary<string, bool> _atWork = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<string> _atWorkTwice = [];
    private readonly ConcurrentDictionary<long, bool> _failed = new();
    private OwnDatabase _database = null!;
    private PostgresStore _store = null!;
    private WorkerThreads _threads = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await OwnDatabase.CreateAsync();
        _store = new PostgresStore(_database.ConnectionString, _wakeUps);
        _threads = new WorkerThreads(_store);
    }

    public async ValueTask DisposeAsync()
    {
        _threads.Dispose();
        await _store.DisposeAsync();
        _wakeUps.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task work_that_ends_soon_or_late_or_fails_leaves_no_conversation_claimed()
    {
        for (var row = 0; row < 90; row++) await AcceptAsync($"lane {row % 30}");
        using var worker = new Worker(this, (row, away) => AloneAsync(row, async () =>
        {
            if (row % 3 == 1)
            {
                away();
                await Task.Delay(80);
            }

            if (row % 3 == 2 && _failed.TryAdd(row, true)) throw new InvalidOperationException("Once.");
            await FinishAsync(row);
        }));
        await worker.StartAsync(CancellationToken.None);
        await UntilAsync(async () => await WaitingAsync() == 0);
        await UntilAsync(async () => await LanesAsync() == 0);
        await worker.StopAsync(CancellationToken.None);
        _atWorkTwice.ShouldBeEmpty();
    }

    [Fact]
    public async Task a_worker_that_is_stopped_lets_go_what_it_just_worked_on()
    {
        for (var row = 0; row < 6; row++) await AcceptAsync("lane");
        Task? stopped = null;
        using var worker = new Worker(this, async (row, _) =>
        {
            await FinishAsync(row);
            stopped = Current!.StopAsync(CancellationToken.None);
        });
        Current = worker;
        await worker.StartAsync(CancellationToken.None);
        await UntilAsync(() => Task.FromResult(stopped is not null));
        await stopped!;
        (await WaitingAsync()).ShouldBe(5);
        (await _store.ClaimAsync(Queue.Inbox, TimeProvider.System.GetUtcNow(), CancellationToken.None))!.Lane.ShouldBe("lane");
    }

    private Worker? Current { get; set; }

    private Task<bool> AcceptAsync(string lane) => _store.AcceptAsync(
        new Arrival("x", RandomNumberGenerator.GetBytes(32), lane, "{}", TimeProvider.System.GetUtcNow(), null),
        CancellationToken.None);

    /// <summary>Works, and notes down if somebody is at work in the same conversation.</summary>
    private async Task AloneAsync(long row, Func<Task> work)
    {
        var lane = await _store.ReadAsync(
            (db, cancel) => db.Inbox.Where(one => one.Id == row).Select(one => one.Lane).SingleAsync(cancel),
            CancellationToken.None);
        if (!_atWork.TryAdd(lane, true)) _atWorkTwice.Add(lane);
        try
        {
            await work();
        }
        finally
        {
            _atWork.TryRemove(lane, out var _);
        }
    }

    private Task FinishAsync(long row) => _store.WriteAsync(
        async (db, cancel) =>
        {
            (await db.Inbox.SingleAsync(one => one.Id == row, cancel)).Finish();
            return await db.SaveChangesAsync(cancel);
        },
        CancellationToken.None);

    private Task<int> WaitingAsync() => _store.ReadAsync(
        (db, cancel) => db.Inbox.CountAsync(row => row.State == RowState.Pending, cancel), CancellationToken.None);

    private Task<int> LanesAsync() => _store.ReadAsync(
        (db, cancel) => db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM \"Lanes\"").SingleAsync(cancel),
        CancellationToken.None);

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        while (!await isSo()) await Task.Delay(50, enough.Token);
    }

    private sealed class Worker(HandingOn test, Func<long, Action, Task> work) : LaneWorker(
        test._store, IntakeRoom.Default, test._wakeUps, new SecurityClock(TimeProvider.System), test._threads,
        Queue.Inbox, sideBySide: 4, mostAway: 60, NullLogger.Instance)
    {
        protected override Task WorkOnAsync(long row, Action away, CancellationToken cancel) => work(row, away);
    }
}
