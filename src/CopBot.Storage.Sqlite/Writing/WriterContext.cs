using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Storage.Sqlite.Writing;

/// <summary>
/// The context that the writer's units share, one after the other, each finding it empty: to make one costs more than
/// what most of them do in it.
/// </summary>
internal sealed class WriterContext(DbContextOptions<CopBotDbContext> options) : IAsyncDisposable
{
    private CopBotDbContext? _context;

    public async Task<T> RunAsync<T>(
        DbConnection connection, DbTransaction transaction, Func<CopBotDbContext, CancellationToken, Task<T>> function)
    {
        var context = _context ?? new CopBotDbContext(options);
        _context = null;
        try
        {
            context.Database.SetDbConnection(connection, contextOwnsConnection: false);
            context.Database.AutoSavepointsEnabled = false;
            await context.Database.UseTransactionAsync(transaction);
            var result = await function(context, CancellationToken.None);
            await context.Database.UseTransactionAsync(null);
            context.ChangeTracker.Clear();
            _context = context;
            return result;
        }
        finally
        {
            // Whatever a unit that failed left behind goes with its context.
            if (_context is null) await context.DisposeAsync();
        }
    }

    public ValueTask DisposeAsync() => _context?.DisposeAsync() ?? ValueTask.CompletedTask;
}
