using CopBot.Chat;
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
        foreach (var connection in platform.All) Map(endpoints, $"/slack/{connection.Name}", connection);
        if (platform.All is [var only]) Map(endpoints, "/slack", only);
    }

    private static void Map(IEndpointRouteBuilder endpoints, string path, SlackConnection connection)
    {
        endpoints.MapPost($"{path}/events", (HttpContext context, SlackEvents events) =>
            AnswerAsync(() => events.AnswerAsync(context, connection)));
        endpoints.MapPost($"{path}/interactions", (HttpContext context, SlackInteractions interactions) =>
            AnswerAsync(() => interactions.AnswerAsync(context, connection)));
        endpoints.MapPost($"{path}/commands", (HttpContext context, SlackCommands commands) =>
            AnswerAsync(() => commands.AnswerAsync(context, connection)));
    }

    private static async Task<IResult> AnswerAsync(Func<Task<IResult>> answer)
    {
        try
        {
            return await answer();
        }
        catch (IntakeFullException)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
