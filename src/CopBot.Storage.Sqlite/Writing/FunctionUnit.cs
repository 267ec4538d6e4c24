using System.Data.Common;

namespace CopBot.Storage.Sqlite.Writing;

/// <summary>A unit that reads and writes in the writer's own context.</summary>
internal sealed class FunctionUnit<T>(
    WriterContext context, Func<CopBotDbContext, CancellationToken, Task<T>> function) : WriteUnit
{
    public T Result { get; private set; } = default!;

    protected override async Task RunAsync(DbConnection connection, DbTransaction transaction) =>
        Result = await context.RunAsync(connection, transaction, function);
}
