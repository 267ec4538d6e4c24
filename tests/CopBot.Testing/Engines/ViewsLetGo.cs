using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Testing.Engines;

/// <summary>
/// An embedded store that refuses to write for whoever has a view open: from time to time its one writer waits until
/// no view is, and each would wait for the other. For one thing at a time.
/// </summary>
internal sealed class ViewsLetGo(IStore store) : IStore
{
    private readonly List<(CopBotDbContext View, DbContextId Lease)> _opened = [];

    public bool IsEmbedded => store.IsEmbedded;

    public bool HasArrivals => store.HasArrivals;

    public Task MigrateAsync(CancellationToken cancel) => store.MigrateAsync(cancel);

    public async Task<CopBotDbContext> OpenAsync(CancellationToken cancel)
    {
        var view = await store.OpenAsync(cancel);
        _opened.Add((view, view.ContextId));
        return view;
    }

    public Task<T> ReadAsync<T>(Func<CopBotDbContext, CancellationToken, Task<T>> reading, CancellationToken cancel) =>
        store.ReadAsync(reading, cancel);

    public Task CommitAsync(CopBotDbContext view, CancellationToken cancel) =>
        Checked(view).CommitAsync(view, cancel);

    public Task<T> WriteAsync<T>(Func<CopBotDbContext, CancellationToken, Task<T>> unit, CancellationToken cancel) =>
        Checked().WriteAsync(unit, cancel);

    public Task<int> ChangeAsync(
        Func<CopBotDbContext, CancellationToken, Task<int>> statement, CancellationToken cancel) =>
        Checked().ChangeAsync(statement, cancel);

    public Task<int> NextQuestionNumberAsync(Guid community, CancellationToken cancel) =>
        store.NextQuestionNumberAsync(community, cancel);

    public Task<T?> WriteAloneAsync<T>(
        string duty, Func<CopBotDbContext, CancellationToken, Task<T>> unit, CancellationToken cancel) =>
        Checked().WriteAloneAsync(duty, unit, cancel);

    public Task<KnowledgeFeed> KnowledgeFeedAsync(
        CopBotDbContext view, Guid community, long after, CancellationToken cancel) =>
        store.KnowledgeFeedAsync(view, community, after, cancel);

    public Task<bool> AcceptAsync(Arrival arrival, CancellationToken cancel) => store.AcceptAsync(arrival, cancel);

    public Task<LaneClaim?> ClaimAsync(Queue queue, DateTimeOffset now, CancellationToken cancel) =>
        Checked().ClaimAsync(queue, now, cancel);

    public ValueTask ReleaseAsync(LaneClaim claim) => store.ReleaseAsync(claim);

    public bool IsOutage(Exception failure) => store.IsOutage(failure);

    /// <param name="committed">Lets go itself of what it saw.</param>
    private IStore Checked(CopBotDbContext? committed = null)
    {
        _opened.RemoveAll(opened => !IsOpen(opened.View, opened.Lease));
        return _opened.Exists(opened => opened.View != committed)
            ? throw new InvalidOperationException("The writer is waited for with a view open.")
            : store;
    }

    private static bool IsOpen(CopBotDbContext view, DbContextId lease)
    {
        try
        {
            return view.ContextId == lease && view.Database.CurrentTransaction is not null;
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
    }
}
