using System.IO.Compression;
using CopBot.Features.Pages;
using CopBot.Host.Evaluating;
using CopBot.Pipeline;
using CopBot.Storage;
using Microsoft.AspNetCore.Mvc;

namespace CopBot.Host.Pages;

/// <summary>What left for studies, and a study’s folder to take along, as one file.</summary>
internal static class ExportEndpoints
{
    private const string Here = "/exports";
    private const int LongestName = 60;

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet(Here, ([AsParameters] PageRequest request) =>
            request.ForVisitorAsync((db, visitor) => ShowAsync(request, db, visitor, fault: null)));
        pages.MapPost(Here, ([AsParameters] PageRequest request, [FromServices] StudyFolder studies) =>
            request.ForVisitorAsync((db, visitor) => TakeAsync(request, studies, db, visitor)));
    }

    private static async Task<IResult> ShowAsync(
        PageRequest request, CopBotDbContext db, PageVisitor visitor, Phrase? fault) =>
        PageEndpoints.Show<ListPage>(request.Http, new()
        {
            ["Page"] = PageEndpoints.ModelOf(
                visitor, await ListData.ExportsAsync(db, visitor.Community, request.Cancel)),
            ["Here"] = Here, ["StudyFault"] = fault,
        });

    private static async Task<IResult> TakeAsync(
        PageRequest request, StudyFolder studies, CopBotDbContext db, PageVisitor visitor)
    {
        if (!request.Http.Request.HasFormContentType) return Results.BadRequest();
        var sent = await request.Http.Request.ReadFormAsync(request.Cancel);
        var study = sent["study"].ToString().Trim();
        if (study.Length is 0 or > LongestName || study.Any(char.IsControl))
        {
            return await ShowAsync(request, db, visitor, PageWords.StudyName);
        }

        var folder = Directory.CreateTempSubdirectory("copbot-study-");
        try
        {
            await studies.WriteAsync(folder, db, visitor.Community, study, visitor.Member.Id, request.Cancel);
            return Results.File(Packed(folder), "application/zip", $"{visitor.Community.Name} {study}.zip");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>On disk, for it can be large; gone once it was sent.</summary>
    private static FileStream Packed(DirectoryInfo folder)
    {
        var how = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows()) how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), how);
        try
        {
            ZipFile.CreateFromDirectory(folder.FullName, file);
            file.Position = 0;
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
