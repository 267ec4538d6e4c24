using System.CommandLine;
using CopBot.Host.Composition;
using CopBot.Host.Evaluating;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Host.CommandLine;

/// <summary>
/// <c>evaluation export</c>: a folder for a study, of those who agreed; the log keeps that it was made.
/// </summary>
internal static class StudyCommand
{
    public static Command Command
    {
        get
        {
            var community = new Option<string?>("--community") { Description = "The community's name in the settings." };
            var study = new Option<string>("--study") { Description = "A name for the study; each has pseudonyms of its own.", Required = true };
            var folder = new Option<DirectoryInfo>("--out") { Description = "The folder to write.", Required = true };
            var command = new Command("export", "Write what members who agreed to research did, for a study.") { community, study, folder };
            command.SetAction((result, cancel) => RunAsync(
                result.GetValue(community), result.GetRequiredValue(study), result.GetRequiredValue(folder), cancel));
            return command;
        }
    }

    private static async Task<int> RunAsync(
        string? name, string study, DirectoryInfo folder, CancellationToken cancel)
    {
        await using var app = WebHost.BuildOffline();
        var store = await ExistingDatabase.OpenAsync(app, cancel);
        await using var db = await store.OpenAsync(cancel);
        var known = app.Services.GetRequiredService<CommunitySettings>().Resolve(name);
        var community = await db.Communities.AsNoTracking().FirstOrDefaultAsync(c => c.Name == known, cancel)
            ?? throw new SettingsException([$"There is no community “{known}” in the database."]);
        var exchange = await app.Services.GetRequiredService<StudyFolder>()
            .WriteAsync(folder, db, community, study, by: null, cancel);
        Console.WriteLine($"{exchange.Members.Count} members who agreed, {exchange.Questions.Count} questions, {exchange.Answers.Count} answers.");
        return 0;
    }
}
