using CopBot.Features.Digests;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CopBot.Host.Pages;

/// <summary>
/// The link in a mailed digest. Whoever holds it may press: it is signed and can do nothing else, so that mail programs
/// may post to it by themselves (<see href="https://www.rfc-editor.org/rfc/rfc8058"/>).
/// </summary>
internal static class StopEndpoints
{
    private const string Path = $"/{StopLink.Path}/{{token}}";

    public static void Map(WebApplication app)
    {
        var pages = app.MapGroup("").AddEndpointFilter((context, next) =>
        {
            PageHeaders.Write(context.HttpContext);
            return next(context);
        });
        pages.MapGet(Path, (string token) => Show(
            new() { [nameof(StopDigest.Address)] = $"/{StopLink.Path}/{token}" }));
        pages.MapPost(Path, async (string token, [FromServices] StopDoor door, CancellationToken cancel) =>
        {
            var stopped = await door.StopAsync(token, cancel);
            return Show(
                new() { [nameof(StopDigest.IsStopped)] = stopped },
                stopped ? StatusCodes.Status200OK : StatusCodes.Status403Forbidden);
        });
    }

    private static RazorComponentResult Show(Dictionary<string, object?> parameters, int status = 200) =>
        new(typeof(StopDigest), parameters) { StatusCode = status, ContentType = "text/html; charset=utf-8" };
}
