using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Storage.Sqlite;

/// <summary>How the context is told about SQLite.</summary>
internal static class Options
{
    public static DbContextOptions<CopBotDbContext> For(string connectionString) =>
        ContextOptions.Begin().UseSqlite(connectionString, Migrations).Options;

    public static DbContextOptions<CopBotDbContext> For(DbConnection connection) =>
        ContextOptions.Begin().UseSqlite(connection, Migrations).Options;

    private static void Migrations(Microsoft.EntityFrameworkCore.Infrastructure.SqliteDbContextOptionsBuilder sqlite) =>
        sqlite.MigrationsAssembly(typeof(Options).Assembly.GetName().Name);
}
