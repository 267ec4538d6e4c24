using CopBot.Storage.Postgres.Claims;
using Npgsql;

namespace CopBot.Storage.Postgres.Tests;

/// <summary>One message that lets a lane go and takes the next.</summary>
public sealed class LaneRowsTests : IAsyncLifetime
{
    private OwnDatabase _database = null!;
    private NpgsqlDataSource _source = null!;
    private LaneRows _lanes = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await OwnDatabase.CreateAsync();
        _source = NpgsqlDataSource.Create(_database.ConnectionString);
        _lanes = new LaneRows(_source, Queue.Inbox);
        await ExecuteAsync(
            """
            INSERT INTO "Inbox" ("Connection", "Key", "Lane", "State", "Payload", "ReceivedAt", "NotBefore", "Attempts")
            SELECT 'x', sha256(n::text::bytea), 'a', 'Pending', '{}', 0, 0, 0 FROM generate_series(1, 2) AS n;
            INSERT INTO "Lanes" ("Queue", "Lane", "Head", "ReadyAt") SELECT 'Inbox', 'a', min("Id"), 0 FROM "Inbox"
            """);
    }

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task the_lane_let_go_may_be_the_one_taken_with_its_next_row()
    {
        var (first, _) = (await TakeAsync(null))!.Value;
        await DoneAsync(first);
        var (second, isReady) = (await TakeAsync(first))!.Value;
        (second.Lane, isReady, second.RowId > first.RowId, second.Fence > first.Fence).ShouldBe(("a", true, true, true));
        second.HasMore.ShouldBeFalse();
    }

    [Fact]
    public async Task a_lane_is_let_go_though_there_is_none_to_take()
    {
        var (first, _) = (await TakeAsync(null))!.Value;
        await DoneAsync(first);
        var (second, _) = (await TakeAsync(first))!.Value;
        await DoneAsync(second);
        (await TakeAsync(second)).ShouldBeNull();
        (await ExecuteAsync("""SELECT count(*) FROM "Lanes" """)).ShouldBe(0L, "nothing waits in it");
    }

    private Task<(LaneClaim Claim, bool IsReady)?> TakeAsync(LaneClaim? done) =>
        _lanes.TakeAsync(done, TimeProvider.System.GetUtcNow(), owner: 1, CancellationToken.None);

    private Task<object?> DoneAsync(LaneClaim claim) =>
        ExecuteAsync($"""UPDATE "Inbox" SET "State" = 'Done' WHERE "Id" = {claim.RowId}""");

    private async Task<object?> ExecuteAsync(string sql)
    {
#pragma warning disable CA2100 // Written here.
        await using var command = _source.CreateCommand(sql);
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }
}
