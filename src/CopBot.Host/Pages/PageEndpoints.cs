using CopBot.Features.Pages;
using CopBot.Pipeline;
using CopBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CopBot.Host.Pages;

/// <summary>The coordinator's pages: rendered here, without scripts.</summary>
internal static class PageEndpoints
{
    private const string Style = "pages.css";

    public static void Map(WebApplication app)
    {
        var pages = app.MapGroup("").AddEndpointFilter(GuardAsync);
        pages.MapGet("/pages.css", () => Results.Text(Resource(Style), "text/css"));
        pages.MapGet("/sign-in/{token}", (HttpContext http, string token) => Show<SignIn>(http, new() { ["Token"] = token }));
        pages.MapPost("/sign-in/{token}", SignInAsync);
        pages.MapPost("/sign-out", SignOutAsync);
        pages.MapGet("/", (HttpContext http, PageDoor door, IStore store, CancellationToken cancel) =>
            ForVisitorAsync(http, door, store, OverviewAsync, cancel));
        ActingEndpoints.Map(pages);
        ReportEndpoints.Map(pages);
        ExportEndpoints.Map(pages);
    }

    /// <summary>Forms come from these pages alone.</summary>
    private static async ValueTask<object?> GuardAsync(
        EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var isForm = HttpMethods.IsPost(http.Request.Method);
        if (isForm && !IsOwn(http)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        PageHeaders.Write(http);
        return await next(context);
    }

    /// <summary>
    /// Browsers say where a form comes from: https://developer.mozilla.org/docs/Web/HTTP/Headers/Sec-Fetch-Site. Older
    /// ones send the origin alone.
    /// </summary>
    private static bool IsOwn(HttpContext http)
    {
        var site = http.Request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0) return site is "same-origin" or "none";
        var origin = http.Request.Headers.Origin.ToString();
        return origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var from)
            && from.Authority == http.Request.Host.Value);
    }

    private static async Task<IResult> SignInAsync(
        HttpContext http, [FromServices] PageDoor door, string token, CancellationToken cancel)
    {
        if (await door.EnterAsync(token, cancel) is not { } cookie)
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Show<Closed>(http, new() { ["IsSpent"] = true });
        }

        PageCookie.Write(http, cookie, PageDoor.SessionLife);
        return Results.Redirect("/");
    }

    private static async Task<IResult> SignOutAsync(
        HttpContext http, [FromServices] PageDoor door, CancellationToken cancel)
    {
        if (PageCookie.Read(http) is { } cookie) await door.LeaveAsync(cookie, cancel);
        PageCookie.Clear(http);
        return Results.Redirect("/");
    }

    public static async Task<IResult> ForVisitorAsync(
        HttpContext http, PageDoor door, IStore store,
        Func<HttpContext, CopBotDbContext, PageVisitor, CancellationToken, Task<IResult>> show,
            CancellationToken cancel)
    {
        await using var db = await store.OpenAsync(cancel);
        if (await door.RecogniseAsync(db, PageCookie.Read(http), cancel) is { } visitor)
        {
            return await show(http, db, visitor, cancel);
        }

        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Show<Closed>(http, new() { ["IsSpent"] = false });
    }

    private static async Task<IResult> OverviewAsync(
        HttpContext http, CopBotDbContext db, PageVisitor visitor, CancellationToken cancel) =>
            Show<Overview>(http, new()
    {
        ["Page"] = new PageModel
        {
            Visitor = visitor, Language = LanguageOf(visitor),
            Overview = await OverviewData.ReadAsync(db, visitor.Community, cancel),
        },
    });

    public static Language LanguageOf(PageVisitor visitor) =>
        Languages.Of(visitor.Member.Language ?? visitor.Community.Languages.FirstOrDefault());

    public static PageModel ModelOf(
        PageVisitor visitor, ListData? list = null, RosterData? roster = null, CopBot.Chat.Cards.Form? form = null,
        IReadOnlyDictionary<string, string>? values = null, IReadOnlyDictionary<string, string>? faults = null) => new()
    {
        Visitor = visitor, Language = LanguageOf(visitor), List = list, Roster = roster, Form = form,
        Values = values ?? new Dictionary<string, string>(), Faults = faults ?? new Dictionary<string, string>(),
    };

    public static RazorComponentResult Show<T>(HttpContext http, Dictionary<string, object?> parameters)
        where T : Microsoft.AspNetCore.Components.IComponent =>
        new(typeof(T), parameters) { StatusCode = http.Response.StatusCode, ContentType = "text/html; charset=utf-8" };

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(PageEndpoints).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
