using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace CopBot.Storage.Postgres;

/// <summary>What is PostgreSQL's own in the model: texts compare by their bytes, as they do everywhere else.</summary>
internal sealed class PostgresModel(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
{
    public override void Customize(ModelBuilder modelBuilder, DbContext context)
    {
        base.Customize(modelBuilder, context);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(type => type.GetProperties())
            .Where(property => property.ClrType == typeof(string) || property.GetProviderClrType() == typeof(string)))
        {
            property.SetCollation("C");
        }
    }
}
