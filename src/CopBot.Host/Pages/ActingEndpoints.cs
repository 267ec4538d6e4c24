using CopBot.Chat;
using CopBot.Features.Pages;
using CopBot.Pipeline;
using CopBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

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
            [AsParameters] PageRequest request, SecurityClock clock, WakeUps wakeUps, string name, string what) =>
            request.ForVisitorAsync(async (db, visitor) =>
            {
                var said = await LetterAsync(db, request, clock, visitor, name, what);
                wakeUps.Inbox();
                wakeUps.Outbox();
                return Saying(request, visitor, said.In(PageEndpoints.LanguageOf(visitor)), "/dead-letters");
            }));
    }

    private static void Lists(RouteGroupBuilder pages)
    {
        List(pages, "/digest", ListData.DigestsAsync, press: "draft-digest");
        List(pages, "/review", ListData.ReviewAsync);
        List(pages, "/annotations", ListData.AnnotationsAsync, form: "annotate");
        List(pages, "/exports", (db, community, _, cancel) => ListData.ExportsAsync(db, community, cancel));
        List(pages, "/dead-letters", (db, community, _, cancel) => ListData.DeadLettersAsync(db, community, cancel));
    }

    private static void List(
        RouteGroupBuilder pages, string path,
        Func<CopBotDbContext, Domain.Community, Language, CancellationToken, Task<ListData>> read,
        string? form = null, string? press = null) => pages.MapGet(path, ([AsParameters] PageRequest request) =>
        request.ForVisitorAsync(async (db, visitor) => PageEndpoints.Show<ListPage>(request.Http, new()
        {
            ["Page"] = PageEndpoints.ModelOf(
                visitor, await read(db, visitor.Community, PageEndpoints.LanguageOf(visitor), request.Cancel)),
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
        var sent = await request.Http.Request.ReadFormAsync(request.Cancel);
        var words = await request.Acts.PressAsync(
            visitor, action, sent["argument"].ToString(), sent["nonce"].ToString(), request.Cancel);
        var back = sent["back"].ToString();
        return Saying(request, visitor, words, PageWords.Places.Any(place => place.Path == back) ? back : "/");
    }

    /// <summary>Only what belongs to the visitor's community is touched.</summary>
    private static async Task<Phrase> LetterAsync(
        CopBotDbContext db, PageRequest request, SecurityClock clock, PageVisitor visitor, string name, string what)
    {
        var own = await ListData.DeadLettersAsync(db, visitor.Community, request.Cancel);
        if (!own.Items.Any(item => item.Letter == name)) return PageWords.LetterGone;
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
        _ => "/annotations",
    };
}
