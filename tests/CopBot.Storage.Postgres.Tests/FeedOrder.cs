using System.Globalization;
using CopBot.Domain;
using CopBot.Pipeline;
using Npgsql;

namespace CopBot.Storage.Postgres.Tests;

/// <summary>Transactions become visible in another order than they got their numbers.</summary>
public sealed class FeedOrder : IAsyncLifetime
{
    private readonly Guid _community = Guid.NewGuid();
    private readonly WakeUps _wakeUps = new();
    private OwnDatabase _database = null!;
    private PostgresStore _store = null!;
    private NpgsqlConnection _connection = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await OwnDatabase.CreateAsync();
        _store = new PostgresStore(_database.ConnectionString, _wakeUps);
        _connection = new NpgsqlConnection(_database.ConnectionString);
        await _connection.OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        await _store.DisposeAsync();
        _wakeUps.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task a_change_that_becomes_visible_late_is_not_missed()
    {
        await using var late = await _connection.BeginTransactionAsync();
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        await InsertAsync(first);

        // A later number, visible earlier.
        await _store.WriteAsync(
            async (db, cancel) =>
            {
                db.KnowledgeChanges.Add(new KnowledgeChange { CommunityId = _community, NoteId = second });
                await db.SaveChangesAsync(cancel);
            },
            CancellationToken.None);
        var read = await FeedAsync(0);
        read.Changes.Select(change => change.NoteId).ShouldBe([second], "what is visible is read at once");
        await late.CommitAsync();
        (await FeedAsync(read.Position)).Changes.Select(change => change.NoteId).ShouldContain(first);
    }

    /// <summary>
    /// A server that crashed has forgotten the numbers of transactions that were not on its disk, claims for instance,
    /// and gives them again.
    /// </summary>
    [Fact]
    public async Task a_change_under_a_number_that_was_given_before_a_crash_is_not_missed()
    {
        var nothingYet = await FeedAsync(KnowledgeFeed.Now);
        var (known, again) = (Guid.NewGuid(), Guid.NewGuid());
        var number = await InsertAsync(known);
        for (var forgotten = 0; forgotten < 5; forgotten++) await ExecuteAsync("SELECT pg_current_xact_id()");
        var read = await FeedAsync(nothingYet.Position);
        var now = await FeedAsync(KnowledgeFeed.Now);
        await ExecuteAsync(
            $"""INSERT INTO "KnowledgeChanges" ("CommunityId", "NoteId", "Transaction") VALUES ('{_community}', '{again}', '{number + 1}')""");
        read.Changes.Select(change => change.NoteId).ShouldBe([known]);
        (await FeedAsync(read.Position)).Changes.Select(change => change.NoteId).ShouldContain(again);
        (await FeedAsync(now.Position)).Changes.Select(change => change.NoteId).ShouldContain(again);
    }

    [Fact]
    public async Task numbers_of_another_server_in_a_restored_database_do_not_hide_what_is_new()
    {
        var (restored, added) = (Guid.NewGuid(), Guid.NewGuid());
        await ExecuteAsync(
            $"""INSERT INTO "KnowledgeChanges" ("CommunityId", "NoteId", "Transaction") VALUES ('{_community}', '{restored}', '5000000000')""");
        var built = await FeedAsync(KnowledgeFeed.Now);
        await InsertAsync(added);
        var read = await FeedAsync(built.Position);
        read.Changes.Select(change => change.NoteId).ShouldBe([added]);
        (await FeedAsync(5_000_000_001)).Position.ShouldBeLessThan(5_000_000_001, "it was not reached yet");
    }

    private async Task<long> InsertAsync(Guid note) =>
        long.Parse(
            (string)(await ExecuteAsync(
                $"""
                 INSERT INTO "KnowledgeChanges" ("CommunityId", "NoteId") VALUES ('{_community}', '{note}')
                 RETURNING "Transaction"::text
                 """))!,
            CultureInfo.InvariantCulture);

    private async Task<object?> ExecuteAsync(string sql)
    {
#pragma warning disable CA2100 // Written here; numbers and ids.
        await using var command = new NpgsqlCommand(sql, _connection);
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }

    private async Task<KnowledgeFeed> FeedAsync(long after)
    {
        await using var db = await _store.OpenAsync(CancellationToken.None);
        return await _store.KnowledgeFeedAsync(db, _community, after, CancellationToken.None);
    }
}
