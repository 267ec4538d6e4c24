using System.Text;
using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Pipeline;
using Npgsql;

namespace CopBot.Storage.Postgres.Tests;

/// <summary>What comes in while nothing waits is its host's from the start: nobody has to claim it.</summary>
public sealed class OwnLanes : IAsyncLifetime
{
    private readonly WakeUps _wakeUps = new();
    private OwnDatabase _database = null!;
    private PostgresStore _here = null!;
    private PostgresStore _there = null!;
    private NpgsqlDataSource _source = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await OwnDatabase.CreateAsync();
        _here = new PostgresStore(_database.ConnectionString, _wakeUps, quiet: TimeSpan.FromMinutes(1));
        _there = new PostgresStore(_database.ConnectionString, _wakeUps, quiet: TimeSpan.Zero);
        _source = NpgsqlDataSource.Create(_database.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await _here.DisposeAsync();
        await _there.DisposeAsync();
        _wakeUps.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task an_arrival_at_a_host_that_found_nothing_waits_for_that_host()
    {
        await FindNothingAsync(Queue.Inbox);
        await AcceptAsync("a");
        (await OwnedAsync()).ShouldBe(["a"]);
        (await ClaimAsync(_there, Queue.Inbox)).ShouldBeNull();
        var claim = (await ClaimAsync(_here, Queue.Inbox))!;
        (claim.Lane, claim.HasMore).ShouldBe(("a", false));
        await FinishAsync(claim);
        await _here.ReleaseAsync(claim);
        (await LanesAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task whoever_takes_one_of_several_knows_that_there_are_more()
    {
        await FindNothingAsync(Queue.Inbox);
        await Task.WhenAll(AcceptAsync("a"), AcceptAsync("b"));
        var claims = new[] { await ClaimAsync(_here, Queue.Inbox), await ClaimAsync(_here, Queue.Inbox) };
        claims.Select(claim => claim!.Lane).Order().ShouldBe(["a", "b"]);
        claims.Select(claim => claim!.HasMore).ShouldBe([true, false]);
    }

    [Fact]
    public async Task a_host_that_never_looked_for_work_keeps_none_for_itself()
    {
        await AcceptAsync("a");
        (await OwnedAsync()).ShouldBeEmpty();
        (await ClaimAsync(_there, Queue.Inbox))!.Lane.ShouldBe("a");
    }

    [Fact]
    public async Task what_is_more_than_a_host_works_on_in_a_moment_is_for_all()
    {
        await FindNothingAsync(Queue.Inbox);
        foreach (var lane in "abcdef") await AcceptAsync($"{lane}");
        (await OwnedAsync()).ShouldBe(["a", "b", "c", "d"]);
        (await ClaimAsync(_there, Queue.Inbox))!.Lane.ShouldBe("e");
    }

    [Fact]
    public async Task a_conversation_in_which_something_older_waits_is_nobodys()
    {
        await FindNothingAsync(Queue.Inbox);
        await ExecuteAsync(
            """
            INSERT INTO "Inbox" ("Connection", "Key", "Lane", "State", "Payload", "ReceivedAt", "NotBefore", "Attempts")
            VALUES ('x', sha256('older'), 'a', 'Pending', '{}', 0, 0, 0)
            """);
        await AcceptAsync("a");
        (await OwnedAsync()).ShouldBeEmpty("the older row would be passed over");
        (await ClaimAsync(_there, Queue.Inbox))!.RowId.ShouldBe((long)(await ExecuteAsync("""SELECT min("Id") FROM "Inbox" """))!);
    }

    [Fact]
    public async Task what_is_kept_by_a_host_that_goes_is_taken_up_by_another()
    {
        await FindNothingAsync(Queue.Inbox);
        await AcceptAsync("a");
        (await ClaimAsync(_there, Queue.Inbox)).ShouldBeNull();
        await _here.DisposeAsync();
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        LaneClaim? claim = null;
        while ((claim ??= await ClaimAsync(_there, Queue.Inbox)) is null) await Task.Delay(50, enough.Token);
        claim!.Lane.ShouldBe("a");
    }

    [Fact]
    public async Task what_goes_out_is_sent_by_the_host_that_decided_it_unless_it_is_for_later()
    {
        await FindNothingAsync(Queue.Outbox);
        await using (var view = await _here.OpenAsync(CancellationToken.None))
        {
            view.AddRange(RowTo("now", TimeSpan.Zero), RowTo("later", TimeSpan.FromSeconds(30)));
            await _here.CommitAsync(view, CancellationToken.None);
        }

        (await OwnedAsync()).ShouldBe(["now"]);
        (await ClaimAsync(_there, Queue.Outbox)).ShouldBeNull();
        (await ClaimAsync(_here, Queue.Outbox))!.Lane.ShouldBe("now");
        (await ClaimAsync(_there, Queue.Outbox, TimeSpan.FromMinutes(1)))!.Lane.ShouldBe("later");
    }

    [Fact]
    public async Task what_a_turn_leaves_to_be_done_is_found_beside_what_it_sends()
    {
        await FindNothingAsync(Queue.Inbox);
        await FindNothingAsync(Queue.Outbox);
        await using (var view = await _here.OpenAsync(CancellationToken.None))
        {
            view.Add(RowTo("out", TimeSpan.Zero));
            view.Add(new InboxRow
            {
                Connection = "x", Key = [1], Lane = "in", Payload = "{}", ReceivedAt = default, NotBefore = default,
            });
            await _here.CommitAsync(view, CancellationToken.None);
        }

        (await ClaimAsync(_here, Queue.Outbox))!.Lane.ShouldBe("out");
        (await ClaimAsync(_here, Queue.Inbox))!.Lane.ShouldBe("in");
    }

    [Fact]
    public async Task one_by_whose_clock_it_is_not_time_yet_lets_it_go()
    {
        await FindNothingAsync(Queue.Inbox);
        await AcceptAsync("a");
        (await OwnedAsync()).ShouldBe(["a"]);
        (await ClaimAsync(_here, Queue.Inbox, TimeSpan.FromHours(-1))).ShouldBeNull();
        (await OwnedAsync()).ShouldBeEmpty();
        (await ClaimAsync(_there, Queue.Inbox))!.Lane.ShouldBe("a");
    }

    private async Task FindNothingAsync(Queue queue) => (await ClaimAsync(_here, queue)).ShouldBeNull();

    private static Task<LaneClaim?> ClaimAsync(PostgresStore store, Queue queue, TimeSpan later = default) =>
        store.ClaimAsync(queue, TimeProvider.System.GetUtcNow() + later, CancellationToken.None);

    private Task<bool> AcceptAsync(string lane) => _here.AcceptAsync(
        new("x", Encoding.UTF8.GetBytes($"{lane,-32}"), lane, "{}", TimeProvider.System.GetUtcNow(), null),
        CancellationToken.None);

    private static OutboxRow RowTo(string lane, TimeSpan later) => new()
    {
        EffectId = Guid.CreateVersion7(), Lane = lane, NotBefore = TimeProvider.System.GetUtcNow() + later,
        Effect = Payload.Of(new Post(new("slack/main", "C1"), null, Card.Saying("words"))),
    };

    private Task FinishAsync(LaneClaim claim) =>
        ExecuteAsync($"""UPDATE "Inbox" SET "State" = 'Done' WHERE "Id" = {claim.RowId}""");

    private async Task<long> LanesAsync() => (long)(await ExecuteAsync("""SELECT count(*) FROM "Lanes" """))!;

    private async Task<string[]> OwnedAsync() => (string[])(await ExecuteAsync(
        """SELECT COALESCE(array_agg("Lane" ORDER BY "Lane"), '{}') FROM "Lanes" WHERE "Owner" IS NOT NULL"""))!;

    private async Task<object?> ExecuteAsync(string sql)
    {
#pragma warning disable CA2100 // Written here.
        await using var command = _source.CreateCommand(sql);
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }
}
