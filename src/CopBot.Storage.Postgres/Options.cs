using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;

namespace CopBot.Storage.Postgres;

/// <summary>How the context is told about PostgreSQL.</summary>
internal static class Options
{
    public static DbContextOptions<CopBotDbContext> For(DbDataSource source) =>
        Common().UseNpgsql(source, Migrations).Options;

    /// <summary>For views and single statements, which are committed by the store.</summary>
    public static DbContextOptions<CopBotDbContext> ForViews(DbDataSource source) =>
        Plain().UseNpgsql(source, Migrations).Options;

    public static DbContextOptions<CopBotDbContext> For(string connectionString) =>
        Common().UseNpgsql(connectionString, Migrations).Options;

    /// <summary>What every connection needs, on top of what the settings say.</summary>
    public static string Complete(string connectionString) => Complete(connectionString, durable: true);

    /// <summary>
    /// For what comes in: a connection of its own, so that it is on disk however many the work on it takes.
    /// </summary>
    public static string CompleteForIntake(string connectionString) =>
        new NpgsqlConnectionStringBuilder(Complete(connectionString))
        {
            MinPoolSize = 0, MaxPoolSize = 1,
        }.ToString();

    /// <summary>
    /// For claims: the server says that they are done before they are on its disk. A crash of the server may take back
    /// the last of them, which is as if their host had been slow; all else is kept
    /// (<see href="https://www.postgresql.org/docs/current/wal-async-commit.html"/>).
    /// </summary>
    public static string CompleteForClaims(string connectionString) => Complete(connectionString, durable: false);

    /// <summary>For connections that hold a lock: closed, they are gone, and their locks with them.</summary>
    public static string CompleteForLocks(string connectionString) =>
        new NpgsqlConnectionStringBuilder(CompleteForClaims(connectionString)) { Pooling = false }.ToString();

    private static string Complete(string connectionString, bool durable)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString) { NoResetOnClose = true };

        // ContainsKey is true of every word it knows, set or not.
        if (!builder.ShouldSerialize("Max Auto Prepare")) builder.MaxAutoPrepare = 200;
        builder.ApplicationName ??= "CopBot";

        // What was acknowledged is on disk, whatever the server is set to otherwise:
        // https://www.postgresql.org/docs/current/runtime-config-wal.html#GUC-SYNCHRONOUS-COMMIT
        // Short queries only: compiling them takes longer than running them.
        builder.Options = $"{builder.Options} -c synchronous_commit={(durable ? "on" : "off")} -c jit=off".Trim();
        return builder.ToString();
    }

    private static DbContextOptionsBuilder<CopBotDbContext> Common() => Plain().AddInterceptors(LaneKeeping.Instance);

    private static DbContextOptionsBuilder<CopBotDbContext> Plain() =>
        ContextOptions.Begin().ReplaceService<IModelCustomizer, PostgresModel>();

    private static void Migrations(NpgsqlDbContextOptionsBuilder postgres) =>
        postgres.MigrationsAssembly(typeof(Options).Assembly.GetName().Name);
}
