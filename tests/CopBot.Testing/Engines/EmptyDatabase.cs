using CopBot.Storage.Sqlite;

namespace CopBot.Testing.Engines;

/// <summary>An SQLite database of the newest schema with nothing in it: made once, and copied for each test.</summary>
internal static class EmptyDatabase
{
    private static readonly Lazy<Task<string>> Template = new(MakeAsync);

    public static async Task CopyToAsync(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.Copy(await Template.Value, file);
    }

    private static async Task<string> MakeAsync()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("copbot-template-").FullName, "template.db");
        await using var store = new SqliteStore(file);
        await store.MigrateAsync(CancellationToken.None);
        return file;
    }
}
