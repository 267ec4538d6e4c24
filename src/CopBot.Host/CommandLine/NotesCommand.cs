using System.CommandLine;
using System.Text;
using CopBot.Features.Keeping;
using CopBot.Host.Composition;
using CopBot.Host.Seeding;
using CopBot.Pipeline;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Host.CommandLine;

/// <summary><c>notes import</c>: what a community knows already, from a CSV or Markdown file.</summary>
internal static class NotesCommand
{
    public static Command Command => new("notes", "Practice notes.") { Import };

    private static Command Import
    {
        get
        {
            var file = new Argument<FileInfo>("file") { Description = "A .csv or .md file, in UTF-8." };
            var community = new Option<string?>("--community") { Description = "The community's name in the settings." };
            var publish = new Option<bool>("--publish") { Description = "Publish at once instead of waiting for review." };
            var command = new Command("import", "Add the notes of a file.") { file, community, publish };
            command.SetAction((result, cancel) => ImportAsync(
                result.GetRequiredValue(file), result.GetValue(community), result.GetValue(publish), cancel));
            return command;
        }
    }

    private static async Task<int> ImportAsync(FileInfo file, string? name, bool publish, CancellationToken cancel)
    {
        var faults = new List<string>();
        var notes = file.Exists ? await ReadAsync(file, faults, cancel) : [];
        if (!file.Exists) faults.Add($"There is no file {file.FullName}.");
        if (faults.Count == 0) faults.AddRange(SeedNotes.FaultsOf(notes));
        if (faults.Count > 0)
        {
            foreach (var fault in faults) await Console.Error.WriteLineAsync($"{file.Name}, {fault}");
            await Console.Error.WriteLineAsync("Nothing was added.");
            return 2;
        }

        await using var app = WebHost.BuildOffline();
        var store = app.Services.GetRequiredService<IStore>();
        await store.MigrateAsync(cancel);
        await app.Services.GetRequiredService<CommunitySetup>().RunAsync(cancel);
        var wanted = app.Services.GetRequiredService<CommunitySettings>().Resolve(name);
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var (added, known) = await store.WriteAsync(
            async (db, token) =>
            {
                var community = await db.Communities.FirstOrDefaultAsync(c => c.Name == wanted, token)
                    ?? throw new SettingsException([$"There is no community “{wanted}” in the settings."]);
                var counts = await SeedNotes.AddAsync(db, community, notes, publish, now, token);
                await db.SaveChangesAsync(token);
                return counts;
            },
            cancel);
        Console.WriteLine($"{added} notes added{(publish ? " and published" : "; they wait for review (say “review”)")}.");
        if (known > 0) Console.WriteLine($"{known} were there already under the same title, and were left alone.");
        return 0;
    }

    private static async Task<IReadOnlyList<SeededNote>> ReadAsync(
        FileInfo file, List<string> faults, CancellationToken cancel)
    {
        var bytes = await File.ReadAllBytesAsync(file.FullName, cancel);
        string text;
        try
        {
            text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException failure)
        {
            faults.Add($"byte {failure.Index}: the file is not in UTF-8; save it as “CSV UTF-8”, or as text in UTF-8.");
            return [];
        }

        switch (file.Extension.ToUpperInvariant())
        {
            case ".CSV":
                using (var stream = new MemoryStream(bytes)) return CsvNotes.Read(stream, faults);
            case ".MD" or ".MARKDOWN":
                return MarkdownNotes.Read(text.TrimStart('\uFEFF'), faults);
            default:
                faults.Add($"“{file.Extension}” is neither .csv nor .md.");
                return [];
        }
    }
}
