using CopBot.Chat;
using CopBot.Features.Pages;
using CopBot.Pipeline;
using CopBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CopBot.Host.Pages;

/// <summary>The pages on which coordinators do things.</summary>
internal static class ActingEndpoints
{
    public static void Map(RouteGroupBuilder pages)
    {
        Lists(pages);
        pages.MapGet("/members", ([AsParameters] PageRequest request, int? page) => request.ForVisitorAsync(
            async (db, visitor) => PageEndpoints.Show<MembersPage>(request.Http, new()
            {
                ["Page"] = PageEndpoints.ModelOf(
                    visitor, roster: await RosterData.ReadAsync(db, visitor.Community, page ?? 1, request.Cancel)),
            })));
        pages.MapGet("/form/{form}/{argument?}", ([AsParameters] PageRequest request, string form, string? argument) =>
            request.ForVisitorAsync((_, visitor) => OpenAsync(request, visitor, form, argument)));
        pages.MapPost("/form/{form}/{argument?}", ([AsParameters] PageRequest request, string form, string? argument) =>
            request.ForVisitorAsync((_, visitor) => SubmitAsync(request, visitor, form, argument)));
        pages.MapPost("/press/{action}", ([AsParameters] PageRequest request, string action) =>
            request.ForVisitorAsync((_, visitor) => PressAsync(request, visitor, action)));
        pages.MapPost("/dead-letters/{name}/{what}", (
            [AsParameters] PageRequest request, [FromServices] Platforms platforms, [FromServices] SecurityClock clock,
            [FromServices] WakeUps wakeUps, string name, string what) =>
            request.ForVisitorAsync(async (db, visitor) =>
            {
                var own = await OwnDeadLetters.ReadAsync(db, platforms, visitor.Community, request.Cancel);
                var said = own.Items.Any(item => item.Letter == name)
                    ? await LetterAsync(request, clock, name, what)
                    : PageWords.LetterGone;
                wakeUps.Ring(Queue.Inbox);
                wakeUps.Ring(Queue.Outbox);
                return Saying(request, visitor, said.In(PageEndpoints.LanguageOf(visitor)), "/dead-letters");
            }));
    }

    private static void Lists(RouteGroupBuilder pages)
    {
        List(pages, "/digest", ListData.DigestsAsync, press: "draft-digest");
        List(pages, "/review", (turn, language, stop) => ListData.ReviewAsync(turn.Db, turn.Community, language, stop));
        List(
            pages, "/annotations",
            (turn, language, stop) => ListData.AnnotationsAsync(turn.Db, turn.Community, language, stop), form: "annotate");
        List(pages, "/stories", (turn, language, stop) => ListData.StoriesAsync(turn.Db, turn.Community, language, stop));
        List(
            pages, "/dead-letters",
            (turn, _, stop) => OwnDeadLetters.ReadAsync(turn.Db, turn.Platforms, turn.Community, stop));
    }

    private static void List(
        RouteGroupBuilder pages, string path, Func<Turn, Language, CancellationToken, Task<ListData>> read,
        string? form = null, string? press = null) => pages.MapGet(path, (
            [AsParameters] PageRequest request, ReadingTurns turns) =>
        request.ForVisitorAsync(async (db, visitor) => PageEndpoints.Show<ListPage>(request.Http, new()
        {
            ["Page"] = PageEndpoints.ModelOf(
                visitor,
                await read(turns.Of(db, visitor.Community), PageEndpoints.LanguageOf(visitor), request.Cancel)),
            ["Here"] = path, ["NewForm"] = form, ["NewPress"] = press,
        })));

    private static async Task<IResult> OpenAsync(
        PageRequest request, PageVisitor visitor, string form, string? argument) =>
        await request.Acts.OpenAsync(visitor, form, argument, request.Cancel) switch
        {
            { Form: { } opened } => PageEndpoints.Show<FormPage>(
                request.Http, new() { ["Page"] = PageEndpoints.ModelOf(visitor, form: opened) }),
            { Refusal: { } refusal } => Saying(request, visitor, refusal, "/"),
            _ => Results.NotFound(),
        };

    private static async Task<IResult> SubmitAsync(
        PageRequest request, PageVisitor visitor, string form, string? argument)
    {
        if (!request.Http.Request.HasFormContentType) return Results.BadRequest();
        if (!PageActs.Forms.Contains(form, StringComparer.Ordinal)) return Results.NotFound();
        var sent = await request.Http.Request.ReadFormAsync(request.Cancel);
        var values = sent.Where(field => field.Key != "nonce")
            .ToDictionary(field => field.Key, field => string.Join(',', field.Value.ToArray()), StringComparer.Ordinal);
        var (faults, words) = await request.Acts.SubmitAsync(
            visitor, form, argument, values, sent["nonce"].ToString(), request.Cancel);
        if (faults.Count == 0) return Saying(request, visitor, words, BackFrom(form));
        if (await request.Acts.OpenAsync(visitor, form, argument, request.Cancel) is not { Form: { } again })
        {
            return Results.NotFound();
        }

        return PageEndpoints.Show<FormPage>(
            request.Http, new() { ["Page"] = PageEndpoints.ModelOf(visitor, form: again, values: values, faults: faults) });
    }

    private static async Task<IResult> PressAsync(PageRequest request, PageVisitor visitor, string action)
    {
        if (!request.Http.Request.HasFormContentType) return Results.BadRequest();
        if (!PageActs.Presses.Contains(action, StringComparer.Ordinal)) return Results.NotFound();
        var sent = await request.Http.Request.ReadFormAsync(request.Cancel);
        var words = await request.Acts.PressAsync(
            visitor, action, sent["argument"].ToString(), sent["nonce"].ToString(), request.Cancel);
        var back = sent["back"].ToString();
        return Saying(request, visitor, words, PageWords.Places.Any(place => place.Path == back) ? back : "/");
    }

    private static async Task<Phrase> LetterAsync(PageRequest request, SecurityClock clock, string name, string what)
    {
        var done = what == "retry"
            ? await DeadLetter.RetryAsync(request.Store, name, clock, request.Cancel)
            : await DeadLetter.DropAsync(request.Store, name, request.Cancel);
        return !done ? PageWords.LetterGone : what == "retry" ? PageWords.LetterTried : PageWords.LetterDropped;
    }

    private static RazorComponentResult Saying(PageRequest request, PageVisitor visitor, string? words, string back) =>
        PageEndpoints.Show<Said>(
            request.Http, new() { ["Page"] = PageEndpoints.ModelOf(visitor), ["Words"] = words, ["Back"] = back });

    private static string BackFrom(string form) => form switch
    {
        "edit-digest" => "/digest",
        "edit-note" => "/review",
        "examine-story" => "/stories",
        _ => "/annotations",
    };
}
