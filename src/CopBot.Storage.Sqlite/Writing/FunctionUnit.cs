using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Storage.Sqlite.Writing;

/// <summary>A unit that reads and writes in a context of its own.</summary>
internal sealed class FunctionUnit<T>(
    DbContextOptions<CopBotDbContext> options, Func<CopBotDbContext, CancellationToken, Task<T>> function) : WriteUnit
{
    public T Result { get; private set; } = default!;

    protected override async Task RunAsync(DbConnection connection, DbTransaction transaction)
    {
        await using var db = new CopBotDbContext(options);
        db.Database.SetDbConnection(connection, contextOwnsConnection: false);
        db.Database.AutoSavepointsEnabled = false;
        await db.Database.UseTransactionAsync(transaction);
        Result = await function(db, CancellationToken.None);
    }
}
