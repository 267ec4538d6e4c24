using CopBot.Pipeline;

namespace CopBot.Storage.Postgres.Tests;

/// <summary>What comes in is stored, whatever the work on what came in holds.</summary>
public sealed class IntakeApart
{
    [Fact]
    public async Task it_is_stored_though_every_other_connection_is_taken()
    {
        const int most = 3;
        await using var database = await OwnDatabase.CreateAsync();
        using var wakeUps = new WakeUps();
        await using var store = new PostgresStore($"{database.ConnectionString};Maximum Pool Size={most};Timeout=2", wakeUps);
        var views = new List<CopBotDbContext>();
        for (var i = 0; i < most; i++) views.Add(await store.OpenAsync(CancellationToken.None));
        await Should.ThrowAsync<Exception>(() => store.OpenAsync(CancellationToken.None));
        (await store.AcceptAsync(Sample.ArrivalIn("a"), CancellationToken.None)).ShouldBeTrue();
        foreach (var view in views) await view.DisposeAsync();
    }
}
