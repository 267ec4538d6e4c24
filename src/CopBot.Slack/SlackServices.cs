using CopBot.Chat;
using CopBot.Slack.Http;
using CopBot.Slack.SocketMode;
using Microsoft.Extensions.DependencyInjection;

namespace CopBot.Slack;

/// <summary>Composes the adapter.</summary>
public static class SlackServices
{
    /// <summary>Registers Slack with its connections.</summary>
    public static IServiceCollection AddSlack(
        this IServiceCollection services, IReadOnlyDictionary<string, SlackConnectionOptions> connections)
    {
        services.AddHttpClient(SlackPlatform.PlatformScheme, http => http.Timeout = Timeout.InfiniteTimeSpan);
        services.AddSingleton(provider => new SlackPlatform(
            connections,
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(SlackPlatform.PlatformScheme),
            provider.GetRequiredService<IPlatformMemory>(),
            provider.GetRequiredService<SecurityClock>(),
            provider.GetService<IDrawing>()));
        services.AddSingleton<IChatPlatform>(provider => provider.GetRequiredService<SlackPlatform>());
        services.AddSingleton<SlackDoor>();
        services.AddSingleton<SocketDeliveries>();
        if (connections.Values.Any(connection => connection.UsesSocket)) services.AddHostedService<SocketLines>();
        services.AddSingleton<SlackEvents>();
        services.AddSingleton<SlackInteractions>();
        services.AddSingleton<SlackCommands>();
        return services;
    }
}
