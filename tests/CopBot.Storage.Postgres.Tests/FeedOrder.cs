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

    private static async Task InsertAsync(NpgsqlConnection connection, Guid community, Guid note)
    {
        await using var insert = new NpgsqlCommand(
            """INSERT INTO "KnowledgeChanges" ("CommunityId", "NoteId") VALUES ($1, $2)""", connection)
        {
            Parameters = { new() { Value = community }, new() { Value = note } },
        };
        await insert.ExecuteNonQueryAsync();
    }

    private static async Task<KnowledgeFeed> FeedAsync(PostgresStore store, Guid community, long after)
    {
        await using var db = await store.OpenAsync(CancellationToken.None);
        return await store.KnowledgeFeedAsync(db, community, after, CancellationToken.None);
    }
}
