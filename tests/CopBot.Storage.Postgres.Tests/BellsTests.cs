using CopBot.Pipeline;
using CopBot.Storage.Postgres.Waking;
using Npgsql;

namespace CopBot.Storage.Postgres.Tests;

/// <summary>Hosts tell each other of work that they do not take up themselves.</summary>
public sealed class BellsTests : IAsyncDisposable
{
    private readonly List<Queue> _stirred = [];
    private readonly NpgsqlDataSource _nowhere = NpgsqlDataSource.Create("Host=localhost");
    private readonly WakeUps _wakeUps = new();
    private readonly Bells _bells;

    public BellsTests() => _bells = new(_nowhere, _wakeUps, _stirred.Add, _ => false);

    public async ValueTask DisposeAsync()
    {
        await _bells.DisposeAsync();
        _wakeUps.Dispose();
        await _nowhere.DisposeAsync();
    }

    [Theory]
    [InlineData("another 1", true, false)]
    [InlineData("another 2", false, true)]
    [InlineData("another 3", true, true)]
    [InlineData("another", true, true)] // of an earlier version
    [InlineData("another ?", true, true)]
    [InlineData("", true, true)]
    public async Task only_the_queues_that_were_rung_for_are_looked_into(string bell, bool inbox, bool outbox)
    {
        _bells.Heard(bell);
        _stirred.Contains(Queue.Inbox).ShouldBe(inbox);
        _stirred.Contains(Queue.Outbox).ShouldBe(outbox);
        (await RangAsync((atMost, cancel) => _wakeUps.WaitAsync(Queue.Inbox, atMost, cancel))).ShouldBe(inbox);
        (await RangAsync((atMost, cancel) => _wakeUps.WaitAsync(Queue.Outbox, atMost, cancel))).ShouldBe(outbox);
        (await RangAsync(_wakeUps.TimersAsync)).ShouldBeFalse("whoever sets a timer has rung for it");
        (await RangAsync(_wakeUps.SealerAsync)).ShouldBeFalse();
    }

    [Fact]
    public async Task what_this_host_took_up_itself_is_told_to_nobody()
    {
        await using var database = await OwnDatabase.CreateAsync();
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await using var other = await source.OpenConnectionAsync();
        await using var listen = new NpgsqlCommand($"LISTEN {Bells.Channel}", other);
        await listen.ExecuteNonQueryAsync();
        var told = new List<string>();
        other.Notification += (_, notified) => told.Add(notified.Payload.Split(' ')[1]);
        var busy = false;
        await using var bells = new Bells(source, _wakeUps, _ => { }, queue => queue == Queue.Inbox && !busy);

        bells.Ring(Queue.Inbox);
        (await other.WaitAsync(TimeSpan.FromMilliseconds(300))).ShouldBeFalse();
        bells.Ring(Queue.Inbox);
        bells.Ring(Queue.Outbox);
        (await other.WaitAsync(TimeSpan.FromSeconds(20))).ShouldBeTrue();
        busy = true;
        bells.Ring(Queue.Inbox);
        (await other.WaitAsync(TimeSpan.FromSeconds(20))).ShouldBeTrue();
        told.ShouldBe(["2", "1"]);
    }

    private static async Task<bool> RangAsync(Func<TimeSpan, CancellationToken, Task> wait) =>
        await (Task<bool>)wait(TimeSpan.Zero, CancellationToken.None);
}
