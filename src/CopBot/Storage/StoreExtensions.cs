namespace CopBot.Storage;

internal static class StoreExtensions
{
    /// <summary>Runs a unit that has nothing to return.</summary>
    public static Task WriteAsync(
        this IStore store, Func<CopBotDbContext, CancellationToken, Task> unit, CancellationToken cancel) =>
        store.WriteAsync<object?>(
            async (db, token) =>
            {
                await unit(db, token);
                return null;
            },
            cancel);
}
