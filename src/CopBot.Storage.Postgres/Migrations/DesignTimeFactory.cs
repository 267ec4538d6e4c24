using Microsoft.EntityFrameworkCore.Design;

namespace CopBot.Storage.Postgres.Migrations;

/// <summary>For <c>dotnet ef migrations add</c> only.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<CopBotDbContext>
{
    public CopBotDbContext CreateDbContext(string[] args) => new(Options.For("Host=localhost;Database=design-time"));
}
