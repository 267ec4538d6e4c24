using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CopBot.Slack.Http;

/// <summary>
/// Where Slack calls: events, interactions and commands of each connection by its name, and the short paths for the
/// only one. The path picks the secret.
/// </summary>
public static class SlackEndpoints
{
    /// <summary>Maps the endpoints of all configured connections; none if there is none.</summary>
    public static void MapSlack(this IEndpointRouteBuilder endpoints, SlackPlatform platform)
    {
        ArgumentNullException.ThrowIfNull(platform);
        foreach (var connection in platform.All.Where(connection => !connection.Options.UsesSocket))
        {
            Map(endpoints, $"/slack/{connection.Name}", connection);
        }

        if (platform.All is [{ Options.UsesSocket: false } only]) Map(endpoints, "/slack", only);
    }

    /// <remarks>
    /// Handlers of bytes, not of bound parameters: what is asked for at every request is resolved without a scope, and
    /// an acknowledgement has nothing to format.
    /// </remarks>
    private static void Map(IEndpointRouteBuilder endpoints, string path, SlackConnection connection)
    {
        var services = endpoints.ServiceProvider;
        endpoints.MapPost($"{path}/events", context => services.GetRequiredService<SlackDoor>()
            .AnswerAsync(context, connection, services.GetRequiredService<SlackEvents>().AnswerAsync));
        endpoints.MapPost($"{path}/interactions", context => services.GetRequiredService<SlackDoor>()
            .AnswerAsync(context, connection, services.GetRequiredService<SlackInteractions>().AnswerAsync));
        endpoints.MapPost($"{path}/commands", context => services.GetRequiredService<SlackDoor>()
            .AnswerAsync(context, connection, services.GetRequiredService<SlackCommands>().AnswerAsync));
    }
}
