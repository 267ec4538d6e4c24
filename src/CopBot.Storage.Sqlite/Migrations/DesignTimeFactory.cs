using Microsoft.EntityFrameworkCore.Design;

namespace CopBot.Storage.Sqlite.Migrations;

/// <summary>For <c>dotnet ef migrations add</c> only.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<CopBotDbContext>
{
    public CopBotDbContext CreateDbContext(string[] args) => new(Options.For("Data Source=design-time.db"));
}
