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
        pages.MapGet("/members", (HttpContext http, PageDoor door, IStore store, int? page, CancellationToken cancel) =>
            PageEndpoints.ForVisitorAsync(http, door, store, async (_, db, visitor, stop) =>
                PageEndpoints.Show<MembersPage>(http, new()
                {
                    ["Page"] = PageEndpoints.ModelOf(
                        visitor, roster: await RosterData.ReadAsync(db, visitor.Community, page ?? 1, stop)),
                }), cancel));
        pages.MapGet("/form/{form}/{argument?}", (HttpContext http, PageDoor door, IStore store, PageActs acts, string form,
            string? argument, CancellationToken cancel) => PageEndpoints.ForVisitorAsync(
                http, door, store, (_, _, visitor, stop) => OpenAsync(http, acts, visitor, form, argument, stop), cancel));
        pages.MapPost("/form/{form}/{argument?}", (HttpContext http, PageDoor door, IStore store, PageActs acts, string form,
            string? argument, CancellationToken cancel) => PageEndpoints.ForVisitorAsync(
                http, door, store, (_, _, visitor, stop) => SubmitAsync(http, acts, visitor, form, argument, stop), cancel));
        pages.MapPost("/press/{action}", (HttpContext http, PageDoor door, IStore store, PageActs acts, string action,
            CancellationToken cancel) => PageEndpoints.ForVisitorAsync(
                http, door, store, (_, _, visitor, stop) => PressAsync(http, acts, visitor, action, stop), cancel));
        pages.MapPost("/dead-letters/{name}/{what}", (HttpContext http, PageDoor door, IStore store, SecurityClock clock,
            WakeUps wakeUps, string name, string what, CancellationToken cancel) => PageEndpoints.ForVisitorAsync(
                http, door, store,
                async (_, db, visitor, stop) => PageEndpoints.Show<Said>(http, new()
                {
                    ["Page"] = PageEndpoints.ModelOf(visitor), ["Back"] = "/dead-letters",
                    ["Words"] = (await LetterAsync(db, store, clock, wakeUps, visitor, name, what, stop))
                        .In(PageEndpoints.LanguageOf(visitor)),
                }), cancel));
    }

    private static void Lists(RouteGroupBuilder pages)
    {
        void List(
            string path, Func<CopBotDbContext, PageVisitor, CancellationToken, Task<ListData>> read, string? form = null,
            string? press = null) => pages.MapGet(path, (
                HttpContext http, PageDoor door, IStore store, CancellationToken cancel) => PageEndpoints.ForVisitorAsync(
                    http, door, store, async (_, db, visitor, stop) => PageEndpoints.Show<ListPage>(http, new()
                    {
                        ["Page"] = PageEndpoints.ModelOf(visitor, await read(db, visitor, stop)), ["Here"] = path,
                        ["NewForm"] = form, ["NewPress"] = press,
                    }), cancel));

        List("/digest", (db, visitor, stop) => ListData.DigestsAsync(
            db, visitor.Community, PageEndpoints.LanguageOf(visitor), stop), press: "draft-digest");
        List("/review", (db, visitor, stop) => ListData.ReviewAsync(
            db, visitor.Community, PageEndpoints.LanguageOf(visitor), stop));
        List("/annotations", (db, visitor, stop) => ListData.AnnotationsAsync(
            db, visitor.Community, PageEndpoints.LanguageOf(visitor), stop), form: "annotate");
        List("/exports", (db, visitor, stop) => ListData.ExportsAsync(db, visitor.Community, stop));
        List("/dead-letters", (db, visitor, stop) => ListData.DeadLettersAsync(db, visitor.Community, stop));
    }

    private static async Task<IResult> OpenAsync(
        HttpContext http, PageActs acts, PageVisitor visitor, string form, string? argument, CancellationToken cancel) =>
        await acts.OpenAsync(visitor, form, argument, cancel) switch
        {
            { Form: { } opened } => PageEndpoints.Show<FormPage>(
                http, new() { ["Page"] = PageEndpoints.ModelOf(visitor, form: opened) }),
            { Refusal: { } refusal } => Saying(http, visitor, refusal, "/"),
            _ => Results.NotFound(),
        };

    private static async Task<IResult> SubmitAsync(
        HttpContext http, PageActs acts, PageVisitor visitor, string form, string? argument, CancellationToken cancel)
    {
        var sent = await http.Request.ReadFormAsync(cancel);
        var values = sent.Where(field => field.Key != "nonce")
            .ToDictionary(field => field.Key, field => string.Join(',', field.Value.ToArray()), StringComparer.Ordinal);
        var (faults, words) = await acts.SubmitAsync(visitor, form, argument, values, sent["nonce"].ToString(), cancel);
        if (faults.Count == 0) return Saying(http, visitor, words, BackFrom(form));
        return await acts.OpenAsync(visitor, form, argument, cancel) is { Form: { } again }
            ? PageEndpoints.Show<FormPage>(
                http, new() { ["Page"] = PageEndpoints.ModelOf(visitor, form: again, values: values, faults: faults) })
            : Results.NotFound();
    }

    private static async Task<IResult> PressAsync(
        HttpContext http, PageActs acts, PageVisitor visitor, string action, CancellationToken cancel)
    {
        var sent = await http.Request.ReadFormAsync(cancel);
        var words = await acts.PressAsync(visitor, action, sent["argument"].ToString(), sent["nonce"].ToString(), cancel);
        var back = sent["back"].ToString();
        return Saying(http, visitor, words, PageWords.Places.Any(place => place.Path == back) ? back : "/");
    }

    private static async Task<Phrase> LetterAsync(
        CopBotDbContext db, IStore store, SecurityClock clock, WakeUps wakeUps, PageVisitor visitor, string name, string what,
        CancellationToken cancel)
    {
        var own = await ListData.DeadLettersAsync(db, visitor.Community, cancel);
        if (!own.Items.Any(item => item.Letter == name)) return PageWords.LetterGone;
        var done = what == "retry"
            ? await DeadLetter.RetryAsync(store, name, clock, cancel)
            : await DeadLetter.DropAsync(store, name, cancel);
        wakeUps.Inbox();
        wakeUps.Outbox();
        return !done ? PageWords.LetterGone : what == "retry" ? PageWords.LetterTried : PageWords.LetterDropped;
    }

    private static RazorComponentResult Saying(HttpContext http, PageVisitor visitor, string? words, string back) =>
        PageEndpoints.Show<Said>(
            http, new() { ["Page"] = PageEndpoints.ModelOf(visitor), ["Words"] = words, ["Back"] = back });

    private static string BackFrom(string form) => form switch
    {
        "edit-digest" => "/digest",
        "edit-note" => "/review",
        _ => "/annotations",
    };
}
