namespace CopBot.Storage.Sqlite.Claims;

/// <summary>
/// Who works on which conversation. One process owns the file, so the claims themselves live in memory: they end with
/// the process, as they must.
/// </summary>
/// <param name="connectionString">The database.</param>
/// <param name="more">Brings more into the inbox; false if there is no more.</param>
internal sealed class LaneClaims(string connectionString, Func<Task<bool>> more) : IDisposable
{
    private readonly LaneQueue _inbox = new(connectionString, Queue.Inbox, more);
    private readonly LaneQueue _outbox = new(connectionString, Queue.Outbox, () => Task.FromResult(false));

    public Task<LaneClaim?> ClaimAsync(Queue queue, DateTimeOffset now, CancellationToken cancel) =>
        Of(queue).ClaimAsync(now, cancel);

    public void Release(LaneClaim claim) => Of(claim.Queue).Release(claim);

    public void Dispose()
    {
        _inbox.Dispose();
        _outbox.Dispose();
    }

    private LaneQueue Of(Queue queue) => queue == Queue.Inbox ? _inbox : _outbox;
}
