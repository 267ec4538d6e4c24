using CopBot.Chat.Diagnosis;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CopBot.Storage.Postgres;

/// <summary>
/// Whether the database can be used: reached, new enough, durable, up to date, and what the community needs in it.
/// </summary>
internal static class PostgresExamination
{
    private const string About = "database";
    private const int Oldest = 13;

    public static async Task<IReadOnlyList<Finding>> RunAsync(string connectionString, CancellationToken cancel)
    {
        var name = NameOf(connectionString);
        try
        {
            await using var source = NpgsqlDataSource.Create(Options.Complete(connectionString));
            await using var connection = await source.OpenConnectionAsync(cancel);
            var findings = new List<Finding>();
            if (connection.PostgreSqlVersion.Major < Oldest)
            {
                return [Finding.Faulty(About, $"{name} is PostgreSQL {connection.PostgreSqlVersion}", $"Use {Oldest} or newer.")];
            }

            foreach (var setting in new[] { "fsync", "full_page_writes" })
            {
                await using var show = new NpgsqlCommand("SELECT current_setting($1)", connection);
                show.Parameters.Add(new() { Value = setting });
                if (await show.ExecuteScalarAsync(cancel) is not "off") continue;
                findings.Add(Finding.Faulty(
                    About, $"{setting} is off: a power cut destroys the database", $"Set {setting} = on in postgresql.conf."));
            }

            await using var db = new CopBotDbContext(Options.For(source));
            var pending = (await db.Database.GetPendingMigrationsAsync(cancel)).Count();
            findings.Add(pending == 0
                ? Finding.Sound(About, $"{name} is sound and up to date (PostgreSQL {connection.PostgreSqlVersion})")
                : Finding.Doubtful(About, $"{name} is {pending} version(s) behind", "Start the bot: it brings the database up to date."));
            if (pending == 0) findings.AddRange(await CommunityExamination.RunAsync(db, cancel));
            return findings;
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
        {
            return [Finding.Faulty(About, $"{name} can't be used: {failure.Message}", MendOf(failure))];
        }
    }

    /// <summary>Which database, without any secret.</summary>
    internal static string NameOf(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) is var server ? $"{server.Database} on {server.Host}:{server.Port}" : "";

    private static string MendOf(Exception failure) => (failure as PostgresException)?.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            "Mend Username and Password in ConnectionStrings:CopBot, or the server's pg_hba.conf.",
        PostgresErrorCodes.InvalidCatalogName => "Create it: “createdb --owner copbot copbot”; see docs/operate.md.",
        PostgresErrorCodes.InsufficientPrivilege => "Make the bot's role the owner of the database; see docs/operate.md.",
        _ => "Start the server, or mend Host and Port in ConnectionStrings:CopBot.",
    };
}
