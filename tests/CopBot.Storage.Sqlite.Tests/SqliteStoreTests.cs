using CopBot.Domain;
using CopBot.Pipeline;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Storage.Sqlite.Tests;

/// <summary>What the one writer, the views and the claims promise.</summary>
public sealed class SqliteStoreTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private readonly string _folder = Directory.CreateTempSubdirectory("copbot-store-").FullName;
    private SqliteStore _store = null!;

    private string File => Path.Combine(_folder, "copbot.db");

    public async ValueTask InitializeAsync()
    {
        _store = new SqliteStore(File);
        await _store.MigrateAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task a_unit_that_fails_takes_no_other_with_it()
    {
        var units = Enumerable.Range(0, 40).Select(i => _store.WriteAsync(
            async (db, cancel) =>
            {
                db.Communities.Add(CommunityOf($"c{i}"));
                await db.SaveChangesAsync(cancel);
                if (i % 4 == 0) throw new InvalidOperationException("on purpose");
            },
            CancellationToken.None)).ToList();
        foreach (var (unit, i) in units.Select((unit, i) => (unit, i)))
        {
            if (i % 4 == 0) await Should.ThrowAsync<InvalidOperationException>(unit);
            else await unit;
        }

        await using var db = await _store.OpenAsync(CancellationToken.None);
        (await db.Communities.CountAsync()).ShouldBe(30);
    }

    [Fact]
    public async Task two_views_that_changed_the_same_can_not_both_commit()
    {
        await AddAsync("one");
        await using var first = await _store.OpenAsync(CancellationToken.None);
        await using var second = await _store.OpenAsync(CancellationToken.None);
        (await first.Communities.SingleAsync()).Questions++;
        (await second.Communities.SingleAsync()).Questions++;
        await _store.CommitAsync(first, CancellationToken.None);
        await Should.ThrowAsync<ConflictException>(_store.CommitAsync(second, CancellationToken.None));
    }

    [Fact]
    public async Task touching_a_root_is_a_change_although_no_field_is_another()
    {
        await AddAsync("one");
        await using var first = await _store.OpenAsync(CancellationToken.None);
        await using var second = await _store.OpenAsync(CancellationToken.None);
        (await first.Communities.SingleAsync()).Touch();
        (await second.Communities.SingleAsync()).Title = "other";
        await _store.CommitAsync(first, CancellationToken.None);
        await Should.ThrowAsync<ConflictException>(_store.CommitAsync(second, CancellationToken.None));
    }

    [Fact]
    public async Task a_view_shows_one_moment()
    {
        await using var view = await _store.OpenAsync(CancellationToken.None);
        (await view.Communities.CountAsync()).ShouldBe(0);
        await AddAsync("later");
        (await view.Communities.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task rows_of_one_conversation_are_claimed_one_at_a_time_and_in_order()
    {
        await EnqueueAsync("a", "b", "a");
        var first = await ClaimAsync();
        var second = await ClaimAsync();
        (first!.Lane, second!.Lane).ShouldBe(("a", "b"));
        (await ClaimAsync()).ShouldBeNull();
        await FinishAsync(first.RowId);
        _store.Release(first);
        var third = await ClaimAsync();
        third!.Lane.ShouldBe("a");
        third.RowId.ShouldBeGreaterThan(first.RowId);
    }

    [Fact]
    public async Task a_row_that_waits_holds_up_its_own_conversation_only()
    {
        await EnqueueAsync("a", "a", "b");
        await _store.WriteAsync(
            async (db, cancel) =>
            {
                (await db.Inbox.OrderBy(r => r.Id).FirstAsync(cancel)).NotBefore = Now.AddMinutes(1);
                await db.SaveChangesAsync(cancel);
            },
            CancellationToken.None);
        (await ClaimAsync())!.Lane.ShouldBe("b");
        (await ClaimAsync()).ShouldBeNull();
    }

    [Fact]
    public void a_second_process_is_told_whose_the_file_is() =>
        Should.Throw<DatabaseInUseException>(() => new SqliteStore(File)).Message.ShouldContain("in use");

    [Fact]
    public async Task a_migration_lock_that_a_killed_process_left_is_cleared()
    {
        await _store.DisposeAsync();
        await using (var connection = new SqliteConnection($"Data Source={File};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = """
                CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT OR REPLACE INTO "__EFMigrationsLock" VALUES (1, '2020-01-01');
                """;
            await command.ExecuteNonQueryAsync();
        }

        _store = new SqliteStore(File);
        await _store.MigrateAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20));
    }

    private static Community CommunityOf(string name) => new()
    {
        Id = Guid.CreateVersion7(Now), Name = name, Title = name, Languages = ["en"], TimeZone = "UTC", LogKey = [1],
    };

    private Task AddAsync(string name) => _store.WriteAsync(
        async (db, cancel) =>
        {
            db.Communities.Add(CommunityOf(name));
            await db.SaveChangesAsync(cancel);
        },
        CancellationToken.None);

    private Task EnqueueAsync(params string[] lanes) => _store.WriteAsync(
        async (db, cancel) =>
        {
            foreach (var lane in lanes)
            {
                db.Inbox.Add(new InboxRow
                {
                    Connection = "x", Key = $"{Guid.NewGuid()}", Lane = lane, Payload = "{}", ReceivedAt = Now, NotBefore = Now,
                });
                await db.SaveChangesAsync(cancel);
            }
        },
        CancellationToken.None);

    private Task<LaneClaim?> ClaimAsync() => _store.ClaimAsync(Queue.Inbox, Now, CancellationToken.None);

    private Task FinishAsync(long row) => _store.WriteAsync(
        async (db, cancel) =>
        {
            (await db.Inbox.SingleAsync(r => r.Id == row, cancel)).Finish();
            await db.SaveChangesAsync(cancel);
        },
        CancellationToken.None);
}
