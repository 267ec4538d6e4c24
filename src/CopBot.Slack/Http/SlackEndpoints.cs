using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

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

    private static void Map(IEndpointRouteBuilder endpoints, string path, SlackConnection connection)
    {
        endpoints.MapPost($"{path}/events", (HttpContext context, SlackEvents events, SlackDoor door) =>
            door.AnswerAsync(context, connection, events.AnswerAsync));
        endpoints.MapPost($"{path}/interactions", (HttpContext context, SlackInteractions interactions, SlackDoor door) =>
            door.AnswerAsync(context, connection, interactions.AnswerAsync));
        endpoints.MapPost($"{path}/commands", (HttpContext context, SlackCommands commands, SlackDoor door) =>
            door.AnswerAsync(context, connection, commands.AnswerAsync));
    }
}
