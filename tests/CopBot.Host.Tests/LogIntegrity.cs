using CopBot.Features.Participation;
using CopBot.Storage;
using CopBot.Testing.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CopBot.Host.Tests;

/// <summary>Nobody changes the log unnoticed.</summary>
public sealed class LogIntegrity
{
    [Theory]
    [InlineData("""UPDATE "Log" SET "Core" = REPLACE("Core", 'member.joined', 'member.invited') WHERE "Sequence" = 2""", "Entry 2")]
    [InlineData("""UPDATE "Log" SET "Type" = 'member.left' WHERE "Sequence" = 2""", "Entry 2")]
    [InlineData("""UPDATE "Log" SET "Attributes" = 'x' WHERE "Sequence" = 3""", "attributes of entry 3")]
    [InlineData("""DELETE FROM "Log" WHERE "Sequence" = 2""", "Entry 2 is missing")]
    public async Task a_change_is_named_by_its_entry(string tampering, string fault)
    {
        await using var stage = await PlaygroundStage.OpenAsync();
        await stage.Bot.SettleAsync();
        await stage.Bot.VerifyLogAsync();
        (await VerifyAsync(stage, tampering, expectedHead: null))!.ShouldContain(fault);
    }

    [Fact]
    public async Task a_cut_tail_is_found_by_the_expected_head()
    {
        await using var stage = await PlaygroundStage.OpenAsync();
        await stage.Bot.SettleAsync();
        var store = stage.Bot.Services.GetRequiredService<IStore>();
        await using var db = await store.OpenAsync(CancellationToken.None);
        var community = await db.Communities.SingleAsync(c => c.Name == "results-exchange");
        var head = (await LogVerification.VerifyAsync(db, community, null, CancellationToken.None)).Head;
        const string cut = """DELETE FROM "Log" WHERE "Sequence" = (SELECT MAX("Sequence") FROM "Log")""";
        (await VerifyAsync(stage, cut, head))!.ShouldContain("expected head");
        (await VerifyAsync(stage, cut, expectedHead: null)).ShouldBeNull();
    }

    private static async Task<string?> VerifyAsync(Stage stage, string tampering, string? expectedHead)
    {
        var store = stage.Bot.Services.GetRequiredService<IStore>();
        await store.WriteAsync(
            (db, cancel) => db.Database.ExecuteSqlRawAsync(tampering, cancel), CancellationToken.None);
        await using var db = await store.OpenAsync(CancellationToken.None);
        var community = await db.Communities.SingleAsync(c => c.Name == "results-exchange");
        return (await LogVerification.VerifyAsync(db, community, expectedHead, CancellationToken.None)).Fault;
    }
}
