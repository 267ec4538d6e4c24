using System.Data.Common;
using CopBot.Domain;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Storage.Sqlite.Writing;

/// <summary>Writes what was changed in a view.</summary>
internal sealed class CommitUnit(CopBotDbContext view) : WriteUnit
{
    private readonly List<Question> _asked = [.. view.Tracked<Question>()
        .Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity)];

    protected override async Task RunAsync(DbConnection connection, DbTransaction transaction)
    {
        view.Database.SetDbConnection(connection, contextOwnsConnection: false);
        view.Database.AutoSavepointsEnabled = false;
        await view.Database.UseTransactionAsync(transaction);
        try
        {
            await view.SaveChangesAsync();
            await QuestionCounters.KeepAsync(view, _asked);
        }
        finally
        {
            await view.Database.UseTransactionAsync(null);
        }
    }
}
