namespace CopBot.Storage.Sqlite.Claims;

/// <summary>
/// Who works on which conversation. One process owns the file, so the claims themselves live in memory: they end with
/// the process, as they must.
/// </summary>
internal sealed class LaneClaims(string connectionString) : IDisposable
{
    private readonly LaneQueue _inbox = new(connectionString, Queue.Inbox);
    private readonly LaneQueue _outbox = new(connectionString, Queue.Outbox);

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
