using System.CommandLine;
using CopBot.Domain;
using CopBot.Features.Participation;
using CopBot.Host.Composition;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Host.CommandLine;

/// <summary><c>log verify</c>, <c>log export</c> and <c>log import</c>.</summary>
internal static class Log
{
    public static Command Command => new("log", "The participation log.") { Verify, Export, ImportCommand.Command };

    private static Command Verify
    {
        get
        {
            var head = new Option<string?>("--expect-head")
            {
                Description = "A head printed earlier; finds a cut tail or a rewritten chain.",
            };
            var community = new Option<string?>("--community") { Description = "The community's name in the settings." };
            var file = new Option<FileInfo>("--file")
            {
                Description = "An exported log to check instead of the database.",
            }.AcceptExistingOnly();
            var command = new Command("verify", "Recompute the chain and name the first entry that does not hold.")
            {
                head, community, file,
            };
            command.SetAction((result, cancel) => result.GetValue(file) is { } exported
                ? VerifyFileAsync(exported, result.GetValue(head), result.GetValue(community), cancel)
                : VerifyAsync(result.GetValue(head), result.GetValue(community), cancel));
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

    private static async Task<int> VerifyAsync(string? expectedHead, string? name, CancellationToken cancel)
    {
        await using var app = WebHost.BuildOffline();
        await using var db = await OpenAsync(app, cancel);
        var communities = await ChosenAsync(db, name, cancel);
        if (expectedHead is not null && communities.Count > 1)
        {
            throw new SettingsException([Which(communities)]);
        }

        var sound = true;
        foreach (var community in communities)
        {
            var verdict = await LogVerification.VerifyAsync(db, community, expectedHead, cancel);
            sound &= Tell(verdict);
        }

        return sound ? 0 : 1;
    }

    /// <summary>Where the community is known here, its key tells whether the file is what was exported.</summary>
    private static async Task<int> VerifyFileAsync(
        FileInfo file, string? expectedHead, string? name, CancellationToken cancel)
    {
        byte[]? key = null;
        if (name is not null)
        {
            await using var app = WebHost.BuildOffline();
            await using var db = await OpenAsync(app, cancel);
            key = (await ChosenAsync(db, name, cancel))[0].LogKey;
        }

        await using var stream = file.OpenRead();
        return Tell(await LogFile.VerifyAsync(stream, expectedHead, key, cancel)) ? 0 : 1;
    }

    private static bool Tell(LogVerdict verdict)
    {
        Console.WriteLine($"{verdict.Community}: {verdict.Count} entries, {verdict.Unsealed} unsealed, head {verdict.Head}");
        Console.WriteLine(verdict.Fault is null ? "  holds" : $"  FAULT: {verdict.Fault}");
        return verdict.Fault is null;
    }

    private static async Task<CopBotDbContext> OpenAsync(WebApplication app, CancellationToken cancel)
    {
        var store = await ExistingDatabase.OpenAsync(app, cancel);
        return await store.OpenAsync(cancel);
    }

    private static async Task<List<Community>> ChosenAsync(CopBotDbContext db, string? name, CancellationToken cancel)
    {
        var all = await db.Communities.OrderBy(c => c.Name).ToListAsync(cancel);
        var chosen = name is null ? all : [.. all.Where(c => c.Name == name)];
        return chosen.Count > 0 ? chosen : throw new SettingsException([Which(all)]);
    }

    private static string Which(IEnumerable<Community> communities) =>
        $"Say which community with --community: {string.Join(", ", communities.Select(c => c.Name))}.";

    private static async Task<int> ExportAsync(string? name, FileInfo file, CancellationToken cancel)
    {
        await using var app = WebHost.BuildOffline();
        await using var db = await OpenAsync(app, cancel);
        if (await ChosenAsync(db, name, cancel) is not [var community])
        {
            throw new SettingsException([Which(await db.Communities.ToListAsync(cancel))]);
        }

        await using var stream = file.Create();
        var count = await LogExport.WriteAsync(db, community, stream, cancel);
        Console.WriteLine($"{count} entries written to {file.FullName}.");
        return 0;
    }
}
