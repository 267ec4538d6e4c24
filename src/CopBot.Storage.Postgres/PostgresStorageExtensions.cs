using CopBot.Pipeline;
using Microsoft.Extensions.DependencyInjection;

namespace CopBot.Storage.Postgres;

/// <summary>Makes PostgreSQL the store.</summary>
internal static class PostgresStorageExtensions
{
    /// <param name="services">The host's services.</param>
    /// <param name="connectionString">As Npgsql reads it.</param>
    public static IServiceCollection AddPostgresStorage(this IServiceCollection services, string connectionString) =>
        services
            .AddSingleton<PostgresStore>(
                provider => new PostgresStore(connectionString, provider.GetRequiredService<WakeUps>()))
            .AddSingleton<IStore>(provider => provider.GetRequiredService<PostgresStore>());
}
