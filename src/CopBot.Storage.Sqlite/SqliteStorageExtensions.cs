using Microsoft.Extensions.DependencyInjection;

namespace CopBot.Storage.Sqlite;

/// <summary>Makes SQLite the store.</summary>
internal static class SqliteStorageExtensions
{
    /// <param name="services">The host's services.</param>
    /// <param name="path">The database file; its folder is made if need be.</param>
    public static IServiceCollection AddSqliteStorage(this IServiceCollection services, string path) =>
        services.AddSingleton<SqliteStore>(_ => new SqliteStore(path))
            .AddSingleton<IStore>(provider => provider.GetRequiredService<SqliteStore>());
}
