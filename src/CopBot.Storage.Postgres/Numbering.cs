using Microsoft.EntityFrameworkCore;

namespace CopBot.Storage.Postgres;

/// <summary>Rows that came with their numbers leave the sequences behind; the next number must be a new one.</summary>
internal static class Numbering
{
    /// <summary>Sets every sequence after the highest number of its table.</summary>
    public static async Task ContinueAsync(CopBotDbContext db, CancellationToken cancel)
    {
        foreach (var type in db.Model.GetEntityTypes())
        {
            var key = type.FindPrimaryKey()!.Properties;
            if (key is not [{ ClrType: { } number } only] || number != typeof(long)) continue;
#pragma warning disable EF1002, EF1003 // The names come from the model.
            await db.Database.ExecuteSqlRawAsync(
                $"""
                 SELECT setval(pg_get_serial_sequence('"{type.GetTableName()}"', '{only.GetColumnName()}'),
                     (SELECT COALESCE(max("{only.GetColumnName()}"), 0) + 1 FROM "{type.GetTableName()}"), false)
                 """,
                cancel);
#pragma warning restore EF1002, EF1003
        }
    }
}
