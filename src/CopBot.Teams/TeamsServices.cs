using CopBot.Chat;
using CopBot.Teams.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CopBot.Teams;

/// <summary>Composes the adapter.</summary>
public static class TeamsServices
{
    /// <summary>Registers Teams with its connections.</summary>
    public static IServiceCollection AddTeams(
        this IServiceCollection services, IReadOnlyDictionary<string, TeamsConnectionOptions> connections)
    {
        services.AddHttpClient(TeamsPlatform.PlatformScheme, http => http.Timeout = Timeout.InfiniteTimeSpan);
        services.AddSingleton(provider => new TeamsPlatform(
            connections,
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(TeamsPlatform.PlatformScheme),
            provider.GetRequiredService<IPlatformMemory>(),
            provider.GetRequiredService<SecurityClock>(),
            provider.GetService<IDrawing>()));
        services.AddSingleton<IChatPlatform>(provider => provider.GetRequiredService<TeamsPlatform>());
        services.AddSingleton<TeamsActivities>();
        services.AddSingleton<TeamsInvokes>();
        services.AddSingleton<TeamsExtensions>();
        return services;
    }
}
