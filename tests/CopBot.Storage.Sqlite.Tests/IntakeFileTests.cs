using Microsoft.Data.Sqlite;

namespace CopBot.Storage.Sqlite.Tests;

/// <summary>The file beside the database, through failures and from older versions.</summary>
public sealed class IntakeFileTests : StoreOnDisk
{
    [Fact]
    public async Task what_waits_in_a_file_of_an_older_version_is_kept_in_its_order()
    {
        await AcceptAsync("first", "second");
        await Store.DisposeAsync();
        await ExecuteAsync(Intake, OlderFile);
        Store = new SqliteStore(File);
        await AcceptAsync("third");
        (await ClaimAllAsync()).ShouldBe(["first", "second", "third"]);
        ((string)(await ExecuteAsync(Intake, "SELECT sql FROM sqlite_master WHERE name = 'Arrivals'"))!).ShouldNotContain("AUTOINCREMENT");
    }

    [Fact]
    public async Task who_waits_for_a_write_that_fails_is_told_and_the_next_one_is_written()
    {
        await AcceptAsync("before");
        await ExecuteAsync(Intake, """ALTER TABLE "Arrivals" RENAME TO "Away" """);
        await Should.ThrowAsync<SqliteException>(() => AcceptAsync("refused"));
        await ExecuteAsync(Intake, """ALTER TABLE "Away" RENAME TO "Arrivals" """);
        await AcceptAsync("after");
        (await ClaimAllAsync()).ShouldBe(["before", "after"]);
    }

    /// <summary>SQLite numbered the rows, at the price of a page in each transaction.</summary>
    private const string OlderFile =
        """
        ALTER TABLE "Arrivals" RENAME TO "Newer";
        CREATE TABLE "Arrivals" (
            "Id" INTEGER PRIMARY KEY AUTOINCREMENT, "Connection" TEXT NOT NULL, "Key" BLOB NOT NULL,
            "Lane" TEXT NOT NULL, "Payload" TEXT NOT NULL, "At" INTEGER NOT NULL, "ForgottenBefore" INTEGER);
        INSERT INTO "Arrivals" SELECT * FROM "Newer";
        DROP TABLE "Newer";
        """;

    private async Task AcceptAsync(params string[] lanes)
    {
        foreach (var lane in lanes)
        {
            await Store.AcceptAsync(
                new("x", Guid.NewGuid().ToByteArray(), lane, "{}", TimeProvider.System.GetUtcNow(), null), CancellationToken.None);
        }
    }

    private async Task<List<string>> ClaimAllAsync()
    {
        var lanes = new List<string>();
        while (await Store.ClaimAsync(Queue.Inbox, TimeProvider.System.GetUtcNow(), CancellationToken.None) is { } claim)
        {
            lanes.Add(claim.Lane);
        }

        return lanes;
    }
}
