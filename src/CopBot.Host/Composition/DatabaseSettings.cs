using CopBot.Storage.Postgres;
using CopBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CopBot.Host.Composition;

/// <summary>Where everything is kept: a SQLite file of this process alone, or a PostgreSQL database.</summary>
/// <param name="Provider">Which engine.</param>
/// <param name="Where">The file's path, or the connection string.</param>
internal sealed record DatabaseSettings(Engine Provider, string Where)
{
    /// <summary>Reads <c>Database:Provider</c> and <c>ConnectionStrings:CopBot</c>.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="environment">Knows the content root.</param>
    /// <param name="playground">The Playground has a file of its own, whatever else is set.</param>
    public static DatabaseSettings Read(IConfiguration configuration, IHostEnvironment environment, bool playground)
    {
        if (playground) return new(Engine.Sqlite, Path.Combine(environment.ContentRootPath, "data", "playground.db"));
        var connection = configuration.GetConnectionString("CopBot");
        if (EngineOf(configuration) == Engine.Postgres) return new(Engine.Postgres, connection!);
        return new(Engine.Sqlite, connection is null
            ? Path.Combine(environment.ContentRootPath, "data", "copbot.db")
            : new SqliteConnectionStringBuilder(connection).DataSource);
    }

    public static void Check(IConfiguration configuration, List<string> faults)
    {
        var connection = configuration.GetConnectionString("CopBot");
        switch (EngineOf(configuration))
        {
            case Engine.Sqlite:
                if (connection is not null) faults.AddRange(FileFaults(connection));
                break;
            case Engine.Postgres:
                faults.AddRange(ServerFaults(connection));
                break;
            default:
                faults.Add($"Database:Provider is “{configuration["Database:Provider"]}”. Use Sqlite or Postgres.");
                break;
        }
    }

    public void AddTo(IServiceCollection services)
    {
        if (Provider == Engine.Postgres) services.AddPostgresStorage(Where);
        else services.AddSqliteStorage(Where);
    }

    /// <summary>What is wrong with a connection string for a file.</summary>
    internal static IEnumerable<string> FileFaults(string connection)
    {
        const string Example = "“Data Source=/var/lib/copbot/copbot.db”";
        string? fault = null;
        try
        {
            if (new SqliteConnectionStringBuilder(connection).DataSource is "" or ":memory:")
            {
                fault = $"ConnectionStrings:CopBot names no file. Use {Example}.";
            }
        }
        catch (ArgumentException failure)
        {
            fault = $"ConnectionStrings:CopBot can’t be read: {failure.Message} Use {Example}, or set Database:Provider to Postgres.";
        }

        return fault is null ? [] : [fault];
    }

    /// <summary>What is wrong with a connection string for a server.</summary>
    internal static IEnumerable<string> ServerFaults(string? connection)
    {
        const string Example = "“Host=db.example.org;Database=copbot;Username=copbot;Password=…”";
        string? fault = null;
        try
        {
            if (string.IsNullOrWhiteSpace(connection))
            {
                fault = $"ConnectionStrings:CopBot is missing; Postgres needs it. Use {Example}.";
            }
            else if (new NpgsqlConnectionStringBuilder(connection) is var server
                && (string.IsNullOrEmpty(server.Host) || string.IsNullOrEmpty(server.Database)))
            {
                fault = $"ConnectionStrings:CopBot names no host or no database. Use {Example}.";
            }
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException)
        {
            fault = $"ConnectionStrings:CopBot can’t be read: {failure.Message} Use {Example}.";
        }

        return fault is null ? [] : [fault];
    }

    private static Engine? EngineOf(IConfiguration configuration) =>
        configuration["Database:Provider"] is not { Length: > 0 } name ? Engine.Sqlite
        : Enum.TryParse<Engine>(name, ignoreCase: true, out var engine) && !char.IsAsciiDigit(name[0]) ? engine
        : null;
}

internal enum Engine
{
    Sqlite,
    Postgres,
}
