using System.CommandLine;
using CopBot.Features.Participation;
using CopBot.Host.Composition;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Host.CommandLine;

/// <summary><c>log verify</c> and <c>log export</c>.</summary>
internal static class Log
{
    public static Command Command => new("log", "The participation log.") { Verify, Export };

    private static Command Verify
    {
        get
        {
            var head = new Option<string?>("--expect-head")
            {
                Description = "A head printed earlier; finds a cut tail or a rewritten chain.",
            };
            var command = new Command("verify", "Recompute the chain and name the first entry that does not hold.") { head };
            command.SetAction((result, cancel) => VerifyAsync(result.GetValue(head), cancel));
            return command;
        }
    }

    private static Command Export
    {
        get
        {
            var community = new Option<string?>("--community") { Description = "The community's name in the settings." };
            var output = new Option<FileInfo>("--out") { Description = "The file to write.", Required = true };
            var command = new Command("export", "Write the log as one JSON object a line.") { community, output };
            command.SetAction((result, cancel) =>
                ExportAsync(result.GetValue(community), result.GetRequiredValue(output), cancel));
            return command;
        }
    }

    private static async Task<int> VerifyAsync(string? expectedHead, CancellationToken cancel)
    {
        await using var app = WebHost.BuildOffline();
        var store = app.Services.GetRequiredService<IStore>();
        await store.MigrateAsync(cancel);
        await using var db = await store.OpenAsync(cancel);
        var sound = true;
        foreach (var community in await db.Communities.OrderBy(c => c.Name).ToListAsync(cancel))
        {
            var verdict = await LogVerification.VerifyAsync(db, community, expectedHead, cancel);
            Console.WriteLine($"{verdict.Community}: {verdict.Count} entries, {verdict.Unsealed} unsealed, head {verdict.Head}");
            Console.WriteLine(verdict.Fault is null ? "  holds" : $"  FAULT: {verdict.Fault}");
            sound &= verdict.Fault is null;
        }

        return sound ? 0 : 1;
    }

    private static async Task<int> ExportAsync(string? name, FileInfo file, CancellationToken cancel)
    {
        await using var app = WebHost.BuildOffline();
        var store = app.Services.GetRequiredService<IStore>();
        await store.MigrateAsync(cancel);
        await using var db = await store.OpenAsync(cancel);
        var communities = await db.Communities.OrderBy(c => c.Name).ToListAsync(cancel);
        var community = name is null && communities.Count == 1 ? communities[0] : communities.Find(c => c.Name == name);
        if (community is null)
        {
            await Console.Error.WriteLineAsync(
                $"Say which community with --community: {string.Join(", ", communities.Select(c => c.Name))}.");
            return 2;
        }

        await using var stream = file.Create();
        var count = await LogExport.WriteAsync(db, community, stream, cancel);
        Console.WriteLine($"{count} entries written to {file.FullName}.");
        return 0;
    }
}
