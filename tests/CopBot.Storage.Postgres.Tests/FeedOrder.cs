using System.Globalization;
using CopBot.Domain;
using CopBot.Pipeline;
using Npgsql;

namespace CopBot.Storage.Postgres.Tests;

/// <summary>Transactions become visible in another order than they got their numbers.</summary>
public sealed class FeedOrder
{
    [Fact]
    public async Task a_change_that_becomes_visible_late_is_not_missed()
    {
        await using var database = await OwnDatabase.CreateAsync();
        using var wakeUps = new WakeUps();
        await using var store = new PostgresStore(database.ConnectionString, wakeUps);
        await store.MigrateAsync(CancellationToken.None);
        var community = Guid.NewGuid();
        await using var slow = new NpgsqlConnection(database.ConnectionString);
        await slow.OpenAsync();
        await using var late = await slow.BeginTransactionAsync();
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        await InsertAsync(slow, community, first);

        // A later number, visible earlier.
        await store.WriteAsync(
            async (db, cancel) =>
            {
                db.KnowledgeChanges.Add(new KnowledgeChange { CommunityId = community, NoteId = second });
                await db.SaveChangesAsync(cancel);
            },
            CancellationToken.None);
        var read = await FeedAsync(store, community, 0);
        read.Changes.Select(change => change.NoteId).ShouldBe([second], "what is visible is read at once");
        await late.CommitAsync();
        (await FeedAsync(store, community, read.Position)).Changes.Select(change => change.NoteId).ShouldContain(first);
    }

    /// <summary>
    /// A server that crashed has forgotten the numbers of transactions that were not on its disk, claims for instance,
    /// and gives them again.
    /// </summary>
    [Fact]
    public async Task a_change_under_a_number_that_was_given_before_a_crash_is_not_missed()
    {
        await using var database = await OwnDatabase.CreateAsync();
        using var wakeUps = new WakeUps();
        await using var store = new PostgresStore(database.ConnectionString, wakeUps);
        await store.MigrateAsync(CancellationToken.None);
        var community = Guid.NewGuid();
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        var nothingYet = await FeedAsync(store, community, KnowledgeFeed.Now);
        var (known, again) = (Guid.NewGuid(), Guid.NewGuid());
        var number = await InsertAsync(connection, community, known);
        for (var forgotten = 0; forgotten < 5; forgotten++) await ExecuteAsync(connection, "SELECT pg_current_xact_id()");
        var read = await FeedAsync(store, community, nothingYet.Position);
        var now = await FeedAsync(store, community, KnowledgeFeed.Now);
        await ExecuteAsync(
            connection,
            $"""INSERT INTO "KnowledgeChanges" ("CommunityId", "NoteId", "Transaction") VALUES ('{community}', '{again}', '{number + 1}')""");
        read.Changes.Select(change => change.NoteId).ShouldBe([known]);
        (await FeedAsync(store, community, read.Position)).Changes.Select(change => change.NoteId).ShouldContain(again);
        (await FeedAsync(store, community, now.Position)).Changes.Select(change => change.NoteId).ShouldContain(again);
    }

    [Fact]
    public async Task numbers_of_another_server_in_a_restored_database_do_not_hide_what_is_new()
    {
        await using var database = await OwnDatabase.CreateAsync();
        using var wakeUps = new WakeUps();
        await using var store = new PostgresStore(database.ConnectionString, wakeUps);
        var (community, restored, added) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await ExecuteAsync(
            connection,
            $"""INSERT INTO "KnowledgeChanges" ("CommunityId", "NoteId", "Transaction") VALUES ('{community}', '{restored}', '5000000000')""");
        var built = await FeedAsync(store, community, KnowledgeFeed.Now);
        await InsertAsync(connection, community, added);
        var read = await FeedAsync(store, community, built.Position);
        read.Changes.Select(change => change.NoteId).ShouldBe([added]);
        (await FeedAsync(store, community, 5_000_000_001)).Position.ShouldBeLessThan(5_000_000_001, "it was not reached yet");
    }

    private static async Task<long> InsertAsync(NpgsqlConnection connection, Guid community, Guid note) =>
        long.Parse(
            (string)(await ExecuteAsync(
                connection,
                $"""
                 INSERT INTO "KnowledgeChanges" ("CommunityId", "NoteId") VALUES ('{community}', '{note}')
                 RETURNING "Transaction"::text
                 """))!,
            CultureInfo.InvariantCulture);

    private static async Task<object?> ExecuteAsync(NpgsqlConnection connection, string sql)
    {
#pragma warning disable CA2100 // Written here; numbers and ids.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }

    private static async Task<KnowledgeFeed> FeedAsync(PostgresStore store, Guid community, long after)
    {
        await using var db = await store.OpenAsync(CancellationToken.None);
        return await store.KnowledgeFeedAsync(db, community, after, CancellationToken.None);
    }
}
