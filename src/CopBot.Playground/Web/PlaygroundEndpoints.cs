using CopBot.Playground.Chat;
using CopBot.Playground.Sample;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CopBot.Playground.Web;

/// <summary>The Playground's pages. Mapped only where the host allows the Playground at all.</summary>
public static class PlaygroundEndpoints
{
    /// <summary>Registers the platform with its chat in a file.</summary>
    public static IServiceCollection AddPlayground(this IServiceCollection services, string chatFile) => services
        .AddSingleton(SampleCommunity.Shipped)
        .AddSingleton(provider => new PlaygroundChat(chatFile, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<PlaygroundPlatform>()
        .AddSingleton<PlaygroundInput>()
        .AddSingleton<CopBot.Chat.IChatPlatform>(provider => provider.GetRequiredService<PlaygroundPlatform>());

    /// <summary>Maps the pages under <c>/playground</c>.</summary>
    public static RouteGroupBuilder MapPlayground(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/playground");
        group.AddEndpointFilter(async (context, next) =>
            PlaygroundGuard.LetsIn(context.HttpContext) ? await next(context) : Results.NotFound());
        group.MapGet("", (SampleCommunity sample) => Results.Content(Page.Of(sample), "text/html; charset=utf-8"));
        group.MapGet("/playground.css", () => Asset.Of("playground.css", "text/css"));
        group.MapGet("/playground.js", () => Asset.Of("playground.js", "text/javascript"));
        group.MapGet("/posts", Read);
        group.MapGet("/changes", ChangeStream.WriteAsync);
        group.MapPost("/say", (Saying saying, PlaygroundInput input, CancellationToken cancel) =>
            input.SayAsync(saying, cancel));
        group.MapPost("/edit", (Editing editing, PlaygroundInput input, CancellationToken cancel) =>
            input.EditAsync(editing, cancel));
        group.MapPost("/delete", (Deleting deleting, PlaygroundInput input, CancellationToken cancel) =>
            input.DeleteAsync(deleting, cancel));
        group.MapPost("/press", (Pressing pressing, PlaygroundInput input, CancellationToken cancel) =>
            input.PressAsync(pressing, cancel));
        group.MapPost("/submit", (Submitting submitting, PlaygroundInput input, CancellationToken cancel) =>
            input.SubmitAsync(submitting, cancel));
        return group;
    }

    private static IResult Read(
        string reader, string place, PlaygroundChat chat, SampleCommunity sample, HttpContext context) =>
        sample.Person(reader) is { } person
            ? Results.Content(
                PostHtml.Of(
                    chat.Read(new(person.FullConnection, place), reader), sample, reader,
                    context.RequestServices.GetService<CopBot.Chat.IDrawing>()),
                "text/html; charset=utf-8")
            : Results.BadRequest($"There is no {reader} in the sample community.");
}
