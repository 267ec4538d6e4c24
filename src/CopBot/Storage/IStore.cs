namespace CopBot.Storage;

/// <summary>
/// The port that every storage engine implements: opening the store for reading, and committing to it. Nothing that
/// waits for a network may run inside a commit.
/// </summary>
internal interface IStore
{
    /// <summary>Brings the schema up to date. Survives a kill at any point: the next start goes on.</summary>
    Task MigrateAsync(CancellationToken cancel);

    /// <summary>
    /// Opens one consistent view of the store. Changes made to its entities stay in memory until
    /// <see cref="CommitAsync"/>. The view is lent, and is to be given back once: disposed of a second time, it would be
    /// taken from whoever has it then.
    /// </summary>
    Task<CopBotDbContext> OpenAsync(CancellationToken cancel);

    /// <summary>
    /// Reads without a view, for what is found by an id: each query sees what is committed when it runs, and no message
    /// to a server is spent on a transaction. The context is lent: nothing may be saved through it.
    /// </summary>
    async Task<T> ReadAsync<T>(Func<CopBotDbContext, CancellationToken, Task<T>> reading, CancellationToken cancel)
    {
        await using var view = await OpenAsync(cancel);
        return await reading(view, cancel);
    }

    /// <summary>Commits everything that was changed in a view, or nothing.</summary>
    /// <exception cref="ConflictException">Somebody else changed the same; read again and decide again.</exception>
    Task CommitAsync(CopBotDbContext view, CancellationToken cancel);

    /// <summary>Runs one short unit of reading and writing in a transaction of its own.</summary>
    /// <exception cref="ConflictException">As above.</exception>
    Task<T> WriteAsync<T>(Func<CopBotDbContext, CancellationToken, Task<T>> unit, CancellationToken cancel);

    /// <summary>
    /// Runs one statement that changes rows; it is a transaction by itself. The context is lent, as above.
    /// </summary>
    /// <returns>What the statement says: how many rows it changed, or a number that it made.</returns>
    Task<int> ChangeAsync(Func<CopBotDbContext, CancellationToken, Task<int>> statement, CancellationToken cancel);

    /// <summary>
    /// Gives the number of a community's next question, outside of any view: people who ask at the same moment do not
    /// get into each other's way, and nobody gets the same. One that no committed question has may stay a gap.
    /// </summary>
    /// <exception cref="InvalidOperationException">The community is not there.</exception>
    Task<int> NextQuestionNumberAsync(Guid community, CancellationToken cancel);

    /// <summary>
    /// Runs a unit that not two hosts may run at the same time. Where another host is at it, nothing is run, and the
    /// default comes back.
    /// </summary>
    /// <param name="duty">What is to be done by one host at a time; any name.</param>
    /// <param name="unit">The unit, which may be run again after a conflict.</param>
    /// <param name="cancel">Gives up.</param>
    Task<T?> WriteAloneAsync<T>(
        string duty, Func<CopBotDbContext, CancellationToken, Task<T>> unit, CancellationToken cancel);

    /// <summary>What changed of what a community knows since a position of the feed; as the view sees it.</summary>
    /// <param name="view">The view.</param>
    /// <param name="community">Whose knowledge.</param>
    /// <param name="after">
    /// Where an earlier reading ended; <see cref="KnowledgeFeed.Now"/> to learn where it stands.
    /// </param>
    /// <param name="cancel">Gives up.</param>
    Task<KnowledgeFeed> KnowledgeFeedAsync(CopBotDbContext view, Guid community, long after, CancellationToken cancel);

    /// <summary>
    /// The short way in: stores an arrival, unless its key is known. When the task completes it is on disk. Many that
    /// wait together are written together.
    /// </summary>
    /// <returns>False if it was known already, and nothing was written.</returns>
    Task<bool> AcceptAsync(Arrival arrival, CancellationToken cancel);

    /// <summary>Whether the database works within this process, on the processors that acknowledge.</summary>
    bool IsEmbedded { get; }

    /// <summary>Whether something was accepted that no view shows yet.</summary>
    bool HasArrivals { get; }

    /// <summary>Claims the next row of a queue whose conversation nobody works on; null if there is none now.</summary>
    /// <param name="queue">Which queue.</param>
    /// <param name="now">Rows that wait for a later time are passed over, and so is what comes behind them.</param>
    /// <param name="cancel">Gives up.</param>
    Task<LaneClaim?> ClaimAsync(Queue queue, DateTimeOffset now, CancellationToken cancel);

    /// <summary>Lets the conversation go after its row was worked on.</summary>
    ValueTask ReleaseAsync(LaneClaim claim);

    /// <summary>
    /// Lets a conversation go and claims the next row of its queue: with a server, in one message. However it ends, the
    /// conversation is let go.
    /// </summary>
    async Task<LaneClaim?> ClaimNextAsync(LaneClaim done, DateTimeOffset now, CancellationToken cancel)
    {
        await ReleaseAsync(done);
        return await ClaimAsync(done.Queue, now, cancel);
    }

    /// <summary>
    /// Whether a failure tells of the store's own trouble, which passes: it is away, or its disk is full. What met it
    /// is to be tried again, and is not to blame.
    /// </summary>
    bool IsOutage(Exception failure);
}

internal enum Queue
{
    Inbox,
    Outbox,
}

/// <summary>The right to work on one row, and on nothing else of its conversation meanwhile.</summary>
/// <param name="Queue">Of which queue.</param>
/// <param name="Lane">The conversation.</param>
/// <param name="RowId">Its first row that waits.</param>
/// <param name="Fence">Tells this claim from earlier and later ones, where claims can be lost; else 0.</param>
/// <param name="HasMore">Whether another conversation waited when this one was claimed.</param>
internal sealed record LaneClaim(Queue Queue, string Lane, long RowId, long Fence = 0, bool HasMore = true);
