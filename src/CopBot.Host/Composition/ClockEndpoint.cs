using CopBot.Pipeline;
using CopBot.Playground.Web;

namespace CopBot.Host.Composition;

/// <summary>
/// Sets the domain's clock, for replays: in Development without real connections only, like the Playground, and behind
/// the same guard. The clock of signatures and tokens can't be set.
/// </summary>
internal static class ClockEndpoint
{
    public static void Map(WebApplication app)
    {
        if (app.Configuration.GetValue<DateTimeOffset?>("Playground:ClockAt") is { } start)
        {
            app.Services.GetRequiredService<DomainClock>().Set(start);
        }

        app.MapPost("/playground/clock", (ClockSetting setting, DomainClock clock, WakeUps wakeUps) =>
        {
            clock.Set(setting.Now);
            wakeUps.Timers();
            return Results.NoContent();
        }).AddEndpointFilter(async (context, next) =>
            PlaygroundGuard.LetsIn(context.HttpContext) ? await next(context) : Results.NotFound());
    }

    internal sealed record ClockSetting(DateTimeOffset Now);
}
