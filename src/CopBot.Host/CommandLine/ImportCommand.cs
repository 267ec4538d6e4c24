using System.CommandLine;
using System.Globalization;
using CopBot.Chat;
using CopBot.Evaluation.Records;
using CopBot.Features.Participation;
using CopBot.Host.Composition;
using CopBot.Host.Evaluating;
using CopBot.Pipeline;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace CopBot.Host.CommandLine;

/// <summary><c>log import</c>: what a community did before it had the bot, from CSV, marked as imported.</summary>
internal static class ImportCommand
{
    private const int AtOnce = 1000;

    public static Command Command
    {
        get
        {
            var community = new Option<string?>("--community") { Description = "The community's name in the settings." };
            var members = File("--members", "CSV: member,org,country,role,joined_day[,left_day]", required: true);
            var questions = File("--questions", "CSV: question,asker,day[,closed_day]", required: true);
            var answers = File("--answers", "CSV: answer,question,answerer,day,accepted", required: true);
            var start = new Option<string>("--start") { Description = "The day that the files count from: 2019-01-15.", Required = true };
            var source = new Option<string>("--source") { Description = "Where they come from, in a few words; it stands in each entry.", Required = true };
            var command = new Command("import", "Add what happened before the bot came; each entry says that it was imported.")
            {
                community, members, questions, answers, start, source,
            };
            command.SetAction((result, cancel) => RunAsync(
                result.GetValue(community),
                new(
                    result.GetValue(members), result.GetValue(questions), result.GetValue(answers), EndDay: null,
                    Monthly: null, Edges: null, Survival: null),
                result.GetRequiredValue(start), result.GetRequiredValue(source), cancel));
            return command;
        }
    }

    private static async Task<int> RunAsync(
        string? name, MeasuredFiles files, string startText, string source, CancellationToken cancel)
    {
        if (!DateOnly.TryParseExact(startText, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            throw new SettingsException([$"--start is “{startText}”. Write a day as 2019-01-15."]);
        }

        var exchange = files.Read().Exchange!;
        var start = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        await using var app = WebHost.BuildOffline();
        var clock = app.Services.GetRequiredService<SecurityClock>();
        if (start.AddDays(exchange.End) > clock.Now.AddDays(1))
        {
            throw new BadRowException($"The files end {start.AddDays(exchange.End):yyyy-MM-dd}, which is still to come: mend --start or the days.");
        }

        var store = await ExistingDatabase.OpenAsync(app, cancel);
        var known = app.Services.GetRequiredService<CommunitySettings>().Resolve(name);
        await using var db = await store.OpenAsync(cancel);
        var community = await db.Communities.AsNoTracking().FirstOrDefaultAsync(c => c.Name == known, cancel)
            ?? throw new SettingsException([$"There is no community “{known}” in the database."]);
        var entries = new ImportedHistory(community, start, source, clock.Now).Of(exchange);
        var added = await AnsiConsole.Progress().StartAsync(async progress =>
        {
            var task = progress.AddTask("entries", maxValue: entries.Count);
            var written = 0;
            foreach (var chunk in entries.Chunk(AtOnce))
            {
                written += await AddAsync(store, chunk, cancel);
                task.Increment(chunk.Length);
            }

            return written;
        });
        Console.WriteLine($"{added} entries added; {entries.Count - added} stood there already. The bot seals them when it runs.");
        if (exchange.SelfAnswers > 0) Console.WriteLine($"{exchange.SelfAnswers} answers to one’s own question were left out.");
        return 0;
    }

    private static Task<int> AddAsync(IStore store, Domain.ParticipationEvent[] entries, CancellationToken cancel) =>
        store.WriteAsync(
            async (db, stop) =>
            {
                var ids = entries.Select(entry => entry.Id).ToList();
                var there = await db.Log.Where(e => ids.Contains(e.Id)).Select(e => e.Id).ToListAsync(stop);
                var missing = entries.ExceptBy(there, entry => entry.Id).ToList();
                db.Log.AddRange(missing);
                await db.SaveChangesAsync(stop);
                return missing.Count;
            },
            cancel);

    private static Option<FileInfo> File(string name, string description, bool required) =>
        new Option<FileInfo>(name) { Description = description, Required = required }.AcceptExistingOnly();
}
