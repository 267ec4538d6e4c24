using CopBot.Testing.Engines;

namespace CopBot.Storage.Postgres.Tests;

/// <summary>A database with the newest schema for one test, gone after it.</summary>
internal sealed class OwnDatabase(string name, string connectionString) : IAsyncDisposable
{
    public string ConnectionString => connectionString;

    public static async Task<OwnDatabase> CreateAsync()
    {
        var name = $"own_{Guid.NewGuid():N}";
        return new(name, await TestEngine.CreateAsync(name));
    }

    public async ValueTask DisposeAsync() => await TestEngine.DropNamedAsync(name);
}
