using CopBot.Storage.Sqlite.Intake;
using Microsoft.Data.Sqlite;

namespace CopBot.Storage.Sqlite.Tests;

/// <summary>A store in a folder of its own, and a way to look into its files and to change them from outside.</summary>
public abstract class StoreOnDisk : IAsyncLifetime
{
    private protected SqliteStore Store { get; set; } = null!;

    protected string Folder { get; } = Directory.CreateTempSubdirectory("copbot-store-").FullName;

    protected string File => Path.Combine(Folder, "copbot.db");

    protected string Intake => IntakeFile.PathFor(File);

    public async ValueTask InitializeAsync()
    {
        Store = new SqliteStore(File);
        await Store.MigrateAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <returns>The first value that the statement gives; null if it gives none.</returns>
    protected static async Task<object?> ExecuteAsync(string file, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are the tests'.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }
}
