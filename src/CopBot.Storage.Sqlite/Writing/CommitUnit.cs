using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Storage.Sqlite.Writing;

/// <summary>Writes what was changed in a view.</summary>
internal sealed class CommitUnit(CopBotDbContext view) : WriteUnit
{
    protected override async Task RunAsync(DbConnection connection, DbTransaction transaction)
    {
        view.Database.SetDbConnection(connection, contextOwnsConnection: false);
        view.Database.AutoSavepointsEnabled = false;
        await view.Database.UseTransactionAsync(transaction);
        try
        {
            await view.SaveChangesAsync();
        }
        finally
        {
            await view.Database.UseTransactionAsync(null);
        }
    }
}
