using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using CopBot.Chat;
using CopBot.Domain.Events;
using CopBot.Evaluation.Records;
using CopBot.Evaluation.Report;
using CopBot.Features.Evaluating;
using CopBot.Features.Pages;
using CopBot.Pipeline;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Host.Pages;

/// <summary>
/// The report as a page and as a data file: of all that is sealed, or of the log as it was after so many entries.
/// </summary>
internal static class ReportEndpoints
{
    private static readonly JsonSerializerOptions Data = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    private static readonly string Version =
        typeof(ReportEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/report", ([AsParameters] PageRequest request, long? entries, long? sister) =>
            request.ForVisitorAsync((db, visitor) => ShowAsync(request, db, visitor, new(entries, sister))));
        pages.MapGet("/report.json", (
            [AsParameters] PageRequest request, SecurityClock clock, long? entries, long? sister) =>
            request.ForVisitorAsync((db, visitor) => WriteAsync(request, clock, db, visitor, new(entries, sister))));
    }

    private static async Task<IResult> ShowAsync(
        PageRequest request, CopBotDbContext db, PageVisitor visitor, AsOf asOf)
    {
        var (history, sister, name) = await ReadAsync(request, db, visitor, asOf);
        return PageEndpoints.Show<ReportPage>(request.Http, new()
        {
            ["Page"] = PageEndpoints.ModelOf(visitor),
            ["Report"] = ReportData.Of(history, sister: sister),
            ["Sister"] = sister is null ? null : ReportData.Of(sister),
            ["SisterName"] = name,
        });
    }

    /// <summary>What leaves stands in the log.</summary>
    private static async Task<IResult> WriteAsync(
        PageRequest request, SecurityClock clock, CopBotDbContext db, PageVisitor visitor, AsOf asOf)
    {
        var (history, sister, _) = await ReadAsync(request, db, visitor, asOf);
        var report = ReportData.Of(history, sister: sister);
        await ParticipationLog.AppendAsync(
            request.Store, visitor.Community.Id,
            new ReportGenerated(visitor.Member.Id, report.Entries, report.Head, Version), clock.Now, request.Cancel);
        return Results.Json(report, Data);
    }

    private static async Task<(History Own, History? Sister, string? Name)> ReadAsync(
        PageRequest request, CopBotDbContext db, PageVisitor visitor, AsOf asOf)
    {
        var own = await HistoryReader.ReadAsync(db, visitor.Community, asOf.Entries, request.Cancel);
        var settings = request.Http.RequestServices.GetRequiredService<CommunitySettings>();
        var sister = settings.Of(visitor.Community.Name).Sister is { } name
            ? await db.Communities.AsNoTracking().FirstOrDefaultAsync(c => c.Name == name, request.Cancel)
            : null;
        return sister is null
            ? (own, null, null)
            : (own, await HistoryReader.ReadAsync(db, sister, asOf.Sister, request.Cancel), sister.Title);
    }

    /// <summary>How many entries of each log are read; null for all that are sealed.</summary>
    private sealed record AsOf(long? Entries, long? Sister);
}
