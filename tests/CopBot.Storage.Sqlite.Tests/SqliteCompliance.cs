using CopBot.Testing.Storage;

namespace CopBot.Storage.Sqlite.Tests;

public sealed class SqliteCompliance : StorageCompliance
{
    protected override Task<StoreUnderTest> OpenAsync()
    {
        var folder = Directory.CreateTempSubdirectory("copbot-store-").FullName;
        var store = new SqliteStore(Path.Combine(folder, "copbot.db"));
        return Task.FromResult(new StoreUnderTest(store, async () =>
        {
            await store.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }));
    }
}
