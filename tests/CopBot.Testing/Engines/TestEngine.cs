using CopBot.Pipeline;
using CopBot.Storage.Postgres;
using Microsoft.Extensions.DependencyInjection;

namespace CopBot.Testing.Engines;

/// <summary>
/// Which storage engine the tests run over. SQLite is the default; with COPBOT_TEST_ENGINE=Postgres the same tests run
/// over PostgreSQL, each with a database of its own.
/// </summary>
public static class TestEngine
{
    private const string Template = "copbot_template";
    private static readonly SemaphoreSlim Gate = new(1);
    private static PostgresServer? _server;

    public static bool IsPostgres { get; } = string.Equals(
        Environment.GetEnvironmentVariable("COPBOT_TEST_ENGINE"), "Postgres", StringComparison.OrdinalIgnoreCase);

    /// <summary>A connection string for a new database with the newest schema.</summary>
    public static async Task<string> CreateAsync(string name)
    {
        await Gate.WaitAsync();
        try
        {
            _server ??= await StartAsync();
            // Copied as files, not written into the log row by row: half the time where nothing is flushed.
            await _server.ExecuteAsync($"CREATE DATABASE \"{name}\" TEMPLATE {Template} STRATEGY FILE_COPY");
            return _server.ConnectionStringFor(name);
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>Removes the database that belongs to a folder, if there is one.</summary>
    public static async Task DropAsync(string folder)
    {
        if (IsPostgres && _server is not null) await DropNamedAsync(NameFor(folder));
    }

    /// <summary>Removes a database of a test.</summary>
    public static Task DropNamedAsync(string name) => _server!.ExecuteAsync($"DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)");

    /// <summary>Makes the database that belongs to a folder the store; it is made with the first use of the folder.</summary>
    internal static void Use(IServiceCollection services, string folder)
    {
        if (!File.Exists(MarkerIn(folder)))
        {
            File.WriteAllText(MarkerIn(folder), CreateAsync(NameFor(folder)).GetAwaiter().GetResult());
        }

        services.AddPostgresStorage(ConnectionStringOf(folder));
    }

    internal static string ConnectionStringOf(string folder) => File.ReadAllText(MarkerIn(folder));

    private static string MarkerIn(string folder) => Path.Combine(folder, ".database");

    private static string NameFor(string folder) => Path.GetFileName(folder).ToLowerInvariant();

    private static async Task<PostgresServer> StartAsync()
    {
        var server = await PostgresServer.StartAsync();
        await server.ExecuteAsync($"CREATE DATABASE {Template}");
        using var wakeUps = new WakeUps();
        await using var store = new PostgresStore(server.ConnectionStringFor(Template, pooling: false), wakeUps);
        await store.MigrateAsync(CancellationToken.None);
        return server;
    }
}
