using System.Globalization;
using CopBot.Chat.Diagnosis;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Storage.Sqlite;

/// <summary>
/// Whether the database file can be used: its folder, its room, itself, and what the community needs in it.
/// </summary>
internal static class SqliteExamination
{
    private const string About = "database";
    private const long LeastRoom = 200L * 1024 * 1024;

    public static async Task<IReadOnlyList<Finding>> RunAsync(string path, CancellationToken cancel)
    {
        path = Path.GetFullPath(path);
        if (FolderFault(path) is { } fault) return [fault];
        var findings = new List<Finding> { Room(path) };
        if (!File.Exists(path))
        {
            findings.Add(Finding.Doubtful(
                About, $"{path} does not exist yet", "Run “claim”: it makes the file, and prints a code for the first coordinator."));
            return findings;
        }

        if (FileFault(path) is { } locked)
        {
            findings.Add(locked);
            return findings;
        }

        try
        {
            await using var db = new CopBotDbContext(Options.For(new SqliteConnectionStringBuilder
            {
                DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false,
            }.ToString()));
            var pending = (await db.Database.GetPendingMigrationsAsync(cancel)).Count();
            findings.Add(pending == 0
                ? Finding.Sound(About, $"{path} is sound and up to date")
                : Finding.Doubtful(About, $"{path} is {pending} version(s) behind", "Start the bot: it brings the file up to date."));
            if (pending == 0) findings.AddRange(await CommunityExamination.RunAsync(db, cancel));
        }
        catch (SqliteException failure)
        {
            findings.Add(Finding.Faulty(
                About, $"{path} can't be read: {failure.Message}", "Put a backup in its place, or move it away to begin anew."));
        }

        return findings;
    }

    private static Finding? FolderFault(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".copbot-{Guid.NewGuid():N}");
            using (File.Create(probe, 1, FileOptions.DeleteOnClose)) return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Finding.Faulty(
                About,
                $"{folder} can't be written to: {failure.Message}",
                "Give the bot's user the right to write there, or name another file in ConnectionStrings:CopBot.");
        }
    }

    /// <summary>A file that another user made: the folder can be written to, the file can't.</summary>
    private static Finding? FileFault(string path)
    {
        foreach (var file in new[] { path, path + ".lock" }.Where(File.Exists))
        {
            try
            {
                using (new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite))
                {
                }
            }
            catch (UnauthorizedAccessException failure)
            {
                return Finding.Faulty(
                    About,
                    $"{file} can't be written to: {failure.Message}",
                    "Make the bot's user its owner: it was made by another, by “claim” with sudo perhaps.");
            }
            catch (IOException)
            {
                // The bot that runs holds its lock.
            }
        }

        return null;
    }

    private static Finding Room(string path)
    {
        var free = new DriveInfo(Path.GetDirectoryName(path)!).AvailableFreeSpace;
        var says = string.Create(CultureInfo.InvariantCulture, $"{free / 1024 / 1024:N0} MiB are free on its disk");
        return free < LeastRoom
            ? Finding.Faulty(About, says, "Make room, or name a file on another disk in ConnectionStrings:CopBot.")
            : Finding.Sound(About, says);
    }
}
