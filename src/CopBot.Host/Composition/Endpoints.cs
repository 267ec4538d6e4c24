using CopBot.Chat.Diagnosis;
using CopBot.Host.Pages;
using CopBot.Playground.Web;
using CopBot.Slack;
using CopBot.Slack.Http;
using CopBot.Teams;
using CopBot.Teams.Http;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Host.Composition;

/// <summary>Every address the host answers at.</summary>
internal static class Endpoints
{
    public static void Map(WebApplication app, Settings settings)
    {
        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", ReadyAsync);
        PageEndpoints.Map(app);
        StopEndpoints.Map(app);
        app.MapGet("/health/connections", (HttpContext context, Tally tally) =>
            PlaygroundGuard.LetsIn(context) ? Results.Json(tally.Counts) : Results.NotFound());
        if (settings.Slack.Count > 0) app.MapSlack(app.Services.GetRequiredService<SlackPlatform>());
        if (settings.Teams.Count > 0)
        {
            app.MapTeams(app.Services.GetRequiredService<TeamsPlatform>(), PlaygroundGuard.LetsIn);
        }

        if (!settings.Playground) return;
        app.MapPlayground();
        ClockEndpoint.Map(app);
    }

    /// <summary>Ready means: the store answers.</summary>
    private static async Task<IResult> ReadyAsync(IStore store, CancellationToken cancel)
    {
        try
        {
            await using var db = await store.OpenAsync(cancel);
            if (await db.Communities.AnyAsync(cancel)) return Results.Text("ready");
        }
        catch (Exception failure) when (store.IsOutage(failure))
        {
            // That is the answer.
        }

        return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }
}
