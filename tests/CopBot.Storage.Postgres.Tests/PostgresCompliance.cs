using CopBot.Pipeline;
using CopBot.Testing.Storage;

namespace CopBot.Storage.Postgres.Tests;

public sealed class PostgresCompliance : StorageCompliance
{
    protected override async Task<StoreUnderTest> OpenAsync()
    {
        var database = await OwnDatabase.CreateAsync();
        var wakeUps = new WakeUps();
        var store = new PostgresStore(database.ConnectionString, wakeUps);
        return new StoreUnderTest(store, async () =>
        {
            await store.DisposeAsync();
            wakeUps.Dispose();
            await database.DisposeAsync();
        });
    }
}
