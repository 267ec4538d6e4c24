using System.CommandLine;
using System.Text.Json;
using CopBot.Chat;
using CopBot.Domain.Events;
using CopBot.Features.Evaluating;
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
        var history = await HistoryReader.ReadAsync(db, community, null, cancel);
        var exchange = StudyExport.Of(
            history, StudyExport.KeyOf(community.LogKey, study), Domain.Consent.Study(study));
        VerificationFolder.Write(folder, new(exchange, null, null, null));
        CsvFile.Write(
            Path.Combine(folder.FullName, "dictionary.csv"), ["file", "column", "meaning"], StudyExport.Dictionary,
            row => [row.File, row.Column, row.Meaning]);
        var settings = app.Services.GetRequiredService<Settings>();
        var statements = new XapiStatements(
            settings.PublicUrl ?? new Uri("https://copbot.invalid/"), community.Name, study, history.Start);
        await File.WriteAllLinesAsync(
            Path.Combine(folder.FullName, "xapi.jsonl"), statements.Of(exchange).Select(one => one.ToJsonString()), cancel);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "export.json"), JsonSerializer.Serialize(new
        {
            community = community.Name, study, start = history.Start, entries = history.Entries, head = history.Head,
            members = exchange.Members.Count,
            membersWithoutConsent = history.Exchange.Members.Count - exchange.Members.Count,
        }), cancel);

        var clock = app.Services.GetRequiredService<SecurityClock>();
        await store.WriteAsync(
            async (view, stop) =>
            {
                var row = await view.Communities.SingleAsync(c => c.Id == community.Id, stop);
                await ParticipationLog.AppendAsync(
                    view, row, new DataExported(study, exchange.Members.Count, history.Head),
                    LogContext.Of("manual", clock.Now, clock.Now), stop);
                return await view.SaveChangesAsync(stop);
            },
            cancel);
        Console.WriteLine($"{exchange.Members.Count} members who agreed, {exchange.Questions.Count} questions, {exchange.Answers.Count} answers.");
        return 0;
    }
}
