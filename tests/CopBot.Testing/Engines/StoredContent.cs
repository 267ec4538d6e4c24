using Microsoft.Data.Sqlite;
using Npgsql;

namespace CopBot.Testing.Engines;

/// <summary>Reads a store past the product: the bytes of its files, or all rows of its tables.</summary>
internal static class StoredContent
{
    /// <summary>The database's files, after what is free in them was cut off.</summary>
    public static async Task<IReadOnlyList<(string Name, byte[] Content)>> OfFilesAsync(string file)
    {
        await using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "VACUUM; PRAGMA wal_checkpoint(TRUNCATE);";
            await command.ExecuteNonQueryAsync();
        }

        var files = new List<(string, byte[])>();
        foreach (var one in Directory.EnumerateFiles(Path.GetDirectoryName(file)!, "*.db*"))
        {
            if (!one.EndsWith(".lock", StringComparison.Ordinal)) files.Add((Path.GetFileName(one), await ReadAsync(one)));
        }

        return files;
    }

    /// <summary>Every row of every table of the database that belongs to a folder.</summary>
    public static async Task<IReadOnlyList<(string Name, byte[] Content)>> OfTablesAsync(string folder)
    {
        await using var connection = new NpgsqlConnection(TestEngine.ConnectionStringOf(folder));
        await connection.OpenAsync();
        var names = new List<string>();
        await using (var tables = new NpgsqlCommand("SELECT tablename FROM pg_tables WHERE schemaname = 'public'", connection))
        await using (var reader = await tables.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync()) names.Add(reader.GetString(0));
        }

        var contents = new List<(string, byte[])>();
        foreach (var name in names)
        {
            using var rows = await connection.BeginTextExportAsync($"COPY \"{name}\" TO STDOUT");
            contents.Add((name, System.Text.Encoding.UTF8.GetBytes(await rows.ReadToEndAsync())));
        }

        return contents;
    }

    private static async Task<byte[]> ReadAsync(string file)
    {
        await using var stream = new FileStream(
            file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }
}
