using CopBot.Chat;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CopBot.Teams.Http;

/// <summary>Where the channel calls: each connection by its name, and the short path for the only one.</summary>
public static class TeamsEndpoints
{
    /// <summary>Maps the endpoints of all configured connections; none if there is none.</summary>
    public static void MapTeams(this IEndpointRouteBuilder endpoints, TeamsPlatform platform)
    {
        ArgumentNullException.ThrowIfNull(platform);
        foreach (var connection in platform.All) Map(endpoints, $"/api/messages/{connection.Name}", connection);
        if (platform.All is [var only]) Map(endpoints, "/api/messages", only);
    }

    private static void Map(IEndpointRouteBuilder endpoints, string path, TeamsConnection connection)
    {
        endpoints.MapMethods(path, ["HEAD"], () => Results.Ok());
        endpoints.MapPost(path, async (HttpContext context, TeamsActivities activities) =>
        {
            try
            {
                return await activities.AnswerAsync(context, connection);
            }
            catch (IntakeFullException)
            {
                return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
            }
        });
    }
}
