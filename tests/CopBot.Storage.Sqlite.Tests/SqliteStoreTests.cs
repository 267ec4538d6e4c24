using Microsoft.Data.Sqlite;

namespace CopBot.Storage.Sqlite.Tests;

/// <summary>What is SQLite's own: the file, its lock and what a killed process leaves.</summary>
public sealed class SqliteStoreTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("copbot-store-").FullName;
    private SqliteStore _store = null!;

    private string File => Path.Combine(_folder, "copbot.db");

    public async ValueTask InitializeAsync()
    {
        _store = new SqliteStore(File);
        await _store.MigrateAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void a_second_process_is_told_whose_the_file_is() =>
        Should.Throw<DatabaseInUseException>(() => new SqliteStore(File)).Message.ShouldContain("in use");

    [Fact]
    public async Task a_migration_lock_that_a_killed_process_left_is_cleared()
    {
        await _store.DisposeAsync();
        await using (var connection = new SqliteConnection($"Data Source={File};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = """
                CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT OR REPLACE INTO "__EFMigrationsLock" VALUES (1, '2020-01-01');
                """;
            await command.ExecuteNonQueryAsync();
        }

        _store = new SqliteStore(File);
        await _store.MigrateAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20));
    }
}
