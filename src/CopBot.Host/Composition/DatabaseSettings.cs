using Microsoft.Data.Sqlite;

namespace CopBot.Host.Composition;

/// <summary>Reads <c>Database:Provider</c> and <c>ConnectionStrings:CopBot</c>.</summary>
internal static class DatabaseSettings
{
    public static void Check(IConfiguration configuration, List<string> faults)
    {
        var provider = configuration["Database:Provider"] ?? "Sqlite";
        if (!string.Equals(provider, "Sqlite", StringComparison.OrdinalIgnoreCase))
        {
            faults.Add($"Database:Provider is “{provider}”. Use Sqlite.");
        }

        if (configuration.GetConnectionString("CopBot") is not { } connection) return;
        try
        {
            if (new SqliteConnectionStringBuilder(connection).DataSource is "" or ":memory:")
            {
                faults.Add("ConnectionStrings:CopBot names no file. Use “Data Source=/var/lib/copbot/copbot.db”.");
            }
        }
        catch (ArgumentException failure)
        {
            faults.Add($"ConnectionStrings:CopBot can’t be read: {failure.Message} Use “Data Source=<file>”.");
        }
    }

    /// <summary>
    /// The file of the settings, or one under the content root. The Playground always has its own.
    /// </summary>
    public static string FileOf(IConfiguration configuration, IHostEnvironment environment, bool playground) =>
        !playground && configuration.GetConnectionString("CopBot") is { } connection
            ? new SqliteConnectionStringBuilder(connection).DataSource
            : Path.Combine(environment.ContentRootPath, "data", playground ? "playground.db" : "copbot.db");
}
