using CopBot.Pipeline;
using CopBot.Testing.Engines;
using CopBot.Testing.Storage;

namespace CopBot.Storage.Postgres.Tests;

public sealed class PostgresCompliance : StorageCompliance
{
    protected override async Task<StoreUnderTest> OpenAsync()
    {
        var name = $"compliance_{Guid.NewGuid():N}";
        var wakeUps = new WakeUps();
        var store = new PostgresStore(await TestEngine.CreateAsync(name), wakeUps);
        return new StoreUnderTest(store, async () =>
        {
            await store.DisposeAsync();
            wakeUps.Dispose();
            await TestEngine.DropNamedAsync(name);
        });
    }
}
