using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Storage.Sqlite.Tests;

/// <summary>What is SQLite's own: the file, its lock and what a killed process leaves.</summary>
public sealed class SqliteStoreTests : StoreOnDisk
{
    [Fact]
    public void a_second_process_is_told_whose_the_file_is() =>
        Should.Throw<DatabaseInUseException>(() => new SqliteStore(File)).Message.ShouldContain("in use");

    [Fact]
    public async Task what_was_accepted_is_there_for_the_next_process()
    {
        await AcceptAsync(1500);
        await Store.DisposeAsync();
        Store = new SqliteStore(File);
        await Store.MigrateAsync(CancellationToken.None);
        (await ClaimAllAsync()).ShouldBe(1500);
    }

    [Fact]
    public async Task a_lost_intake_file_gives_no_number_twice()
    {
        await AcceptAsync(3);
        (await ClaimAllAsync()).ShouldBe(3);
        await Store.DisposeAsync();
        foreach (var file in Directory.EnumerateFiles(Folder, "*.intake.db*")) System.IO.File.Delete(file);
        Store = new SqliteStore(File);
        await AcceptAsync(2);
        (await ClaimAllAsync()).ShouldBe(3 + 2);
    }

    [Fact]
    public async Task an_accepted_row_is_erased_from_the_intake_file_once_it_is_moved()
    {
        await AcceptAsync(5);
        (await ClaimAllAsync()).ShouldBe(5);
        var deadline = TimeProvider.System.GetUtcNow().AddSeconds(10);
        while ((long)(await ExecuteAsync(Intake, """SELECT COUNT(*) FROM "Arrivals" """))! > 0)
        {
            (TimeProvider.System.GetUtcNow() < deadline).ShouldBeTrue("It is still there.");
            await Task.Delay(20);
        }
    }

    [Fact]
    public async Task the_log_begins_anew_though_somebody_always_reads()
    {
        using var enough = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(reader => ReadOnAsync(reader, enough.Token)).ToList();
        for (var round = 0; round < 300; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Store.WriteAsync(
                async (db, cancel) =>
                {
                    db.Facts.Add(new PlatformFact { Connection = "x", Name = $"{round} {i}", Value = new string('x', 20_000) });
                    return await db.SaveChangesAsync(cancel);
                },
                CancellationToken.None)));
        }

        await enough.CancelAsync();
        await Task.WhenAll(readers);
        new FileInfo($"{File}-wal").Length.ShouldBeLessThan(40_000_000, "Sixty megabytes were written through it.");
    }

    [Fact]
    public async Task a_view_that_was_given_back_holds_no_snapshot()
    {
        for (var view = 0; view < 3; view++)
        {
            await using var db = await Store.OpenAsync(CancellationToken.None);
            await db.Communities.CountAsync();
        }

        await Store.WriteAsync(
            async (db, cancel) =>
            {
                db.Facts.Add(new PlatformFact { Connection = "x", Name = "written", Value = "later" });
                return await db.SaveChangesAsync(cancel);
            },
            CancellationToken.None);
        (await ExecuteAsync(File, "PRAGMA wal_checkpoint(TRUNCATE)")).ShouldBe(0L, "A reader is in its way.");
    }

    [Fact]
    public async Task the_next_process_counts_on_from_the_last_question_that_was_committed()
    {
        var community = await AddCommunityAsync();
        var numbers = new List<int>();
        for (var question = 0; question < 4; question++)
        {
            numbers.Add(await Store.NextQuestionNumberAsync(community, CancellationToken.None));
        }

        // Who asked third is faster than who asked second; whoever asked fourth never gets that far.
        await AskAsync(community, numbers[2]);
        await AskAsync(community, numbers[1]);
        await Store.DisposeAsync();
        Store = new SqliteStore(File);
        (await Store.NextQuestionNumberAsync(community, CancellationToken.None)).ShouldBe(numbers[2] + 1);
    }

    [Fact]
    public async Task a_question_gets_its_number_while_the_writer_is_busy()
    {
        var community = await AddCommunityAsync();
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var busy = Store.WriteAsync(
            async (_, _) =>
            {
                await release.Task;
                return 0;
            },
            CancellationToken.None);
        try
        {
            (await Store.NextQuestionNumberAsync(community, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20))).ShouldBe(1);
        }
        finally
        {
            release.SetResult();
            await busy;
        }
    }

    [Fact]
    public async Task keys_of_an_older_version_are_recognised()
    {
        await Store.DisposeAsync();
        await ExecuteAsync(File, "DROP TABLE \"Inbox\"; DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" LIKE '%FasterQueues';");
        await ExecuteAsync(File, OlderInbox);
        Store = new SqliteStore(File);
        await Store.MigrateAsync(CancellationToken.None);
        await using var db = await Store.OpenAsync(CancellationToken.None);
        (await db.Inbox.SingleAsync()).Key.ShouldBe([0xAB, 0x01]);
    }

    [Fact]
    public async Task a_migration_lock_that_a_killed_process_left_is_cleared()
    {
        await Store.DisposeAsync();
        await ExecuteAsync(File, """
            CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT OR REPLACE INTO "__EFMigrationsLock" VALUES (1, '2020-01-01');
            """);

        Store = new SqliteStore(File);
        await Store.MigrateAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20));
    }

    private async Task<Guid> AddCommunityAsync()
    {
        var id = Guid.NewGuid();
        await Store.WriteAsync(
            async (db, cancel) =>
            {
                db.Communities.Add(new()
                {
                    Id = id, Name = "one", Title = "One", Languages = ["en"], TimeZone = "UTC", LogKey = [1],
                });
                return await db.SaveChangesAsync(cancel);
            },
            CancellationToken.None);
        return id;
    }

    private async Task AskAsync(Guid community, int number)
    {
        await using var view = await Store.OpenAsync(CancellationToken.None);
        view.Questions.Add(new()
        {
            Id = Guid.NewGuid(), CommunityId = community, Number = number, Text = "Why?", AskedAt = TimeProvider.System.GetUtcNow(),
        });
        await Store.CommitAsync(view, CancellationToken.None);
    }

    /// <summary>As it was before, with its indexes, so far as the migration names them.</summary>
    private const string OlderInbox =
        """
        CREATE TABLE "Inbox" (
            "Id" INTEGER NOT NULL CONSTRAINT "PK_Inbox" PRIMARY KEY AUTOINCREMENT, "Connection" TEXT NOT NULL,
            "Key" TEXT NOT NULL, "Lane" TEXT NOT NULL, "State" TEXT NOT NULL, "Payload" TEXT NULL,
            "ReceivedAt" INTEGER NOT NULL, "NotBefore" INTEGER NOT NULL, "Attempts" INTEGER NOT NULL, "Error" TEXT NULL);
        CREATE UNIQUE INDEX "IX_Inbox_Connection_Key" ON "Inbox" ("Connection", "Key");
        CREATE INDEX "IX_Inbox_State_Lane_Id" ON "Inbox" ("State", "Lane", "Id");
        DROP INDEX "IX_Outbox_Lane_Id";
        CREATE INDEX "IX_Outbox_State_Lane_Id" ON "Outbox" ("State", "Lane", "Id");
        INSERT INTO "Inbox" VALUES (7, 'slack/main', 'ab01', '', 'Done', NULL, 0, 0, 0, NULL);
        """;

    private async Task AcceptAsync(int count) => await Task.WhenAll(Enumerable.Range(0, count).Select(_ => Store.AcceptAsync(
        new Arrival("x", Guid.NewGuid().ToByteArray(), $"lane {Guid.NewGuid()}", "{}", TimeProvider.System.GetUtcNow(), null),
        CancellationToken.None)));

    private async Task<int> ClaimAllAsync()
    {
        var count = 0;
        while (await Store.ClaimAsync(Queue.Inbox, TimeProvider.System.GetUtcNow(), CancellationToken.None) is not null) count++;
        return count;
    }

    /// <summary>One view after the other, each longer than the other readers' beginning.</summary>
    private async Task ReadOnAsync(int reader, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            await using var db = await Store.OpenAsync(CancellationToken.None);
            await db.Facts.CountAsync(CancellationToken.None);
            await Task.Delay(7 + reader, CancellationToken.None);
        }
    }
}
