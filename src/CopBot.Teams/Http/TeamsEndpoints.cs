using CopBot.Chat;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CopBot.Teams.Http;

/// <summary>Where the channel calls: each connection by its name, and the short path for the only one.</summary>
public static class TeamsEndpoints
{
    /// <summary>Maps the endpoints of all configured connections; none if there is none.</summary>
    /// <param name="endpoints">Where to map them.</param>
    /// <param name="platform">The platform.</param>
    /// <param name="isLocal">
    /// Whether a request comes from this very machine: others find no anonymous connection.
    /// </param>
    public static void MapTeams(
        this IEndpointRouteBuilder endpoints, TeamsPlatform platform, Func<HttpContext, bool> isLocal)
    {
        ArgumentNullException.ThrowIfNull(platform);
        foreach (var connection in platform.All) Map(endpoints, $"/api/messages/{connection.Name}", connection, isLocal);
        if (platform.All is [var only]) Map(endpoints, "/api/messages", only, isLocal);
    }

    private static void Map(
        IEndpointRouteBuilder endpoints, string path, TeamsConnection connection, Func<HttpContext, bool> isLocal)
    {
        endpoints = Guarded(endpoints, connection, isLocal);
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

    private static RouteGroupBuilder Guarded(
        IEndpointRouteBuilder endpoints, TeamsConnection connection, Func<HttpContext, bool> isLocal)
    {
        var group = endpoints.MapGroup("");
        if (connection.Options.IsAnonymous)
        {
            group.AddEndpointFilter(async (context, next) =>
                isLocal(context.HttpContext) ? await next(context) : Results.NotFound());
        }

        return group;
    }
}
