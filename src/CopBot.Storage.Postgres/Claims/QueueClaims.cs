using System.Collections.Concurrent;
using System.Diagnostics;
using Npgsql;

namespace CopBot.Storage.Postgres.Claims;

/// <summary>
/// Claims on one queue, as one host makes them: a queue that was found empty, or emptied, is not asked again by every
/// idle worker, what comes into an empty queue is handed to the workers of the host that wrote it, and a lane that
/// could not be let go is let go later.
/// </summary>
/// <param name="source">Where the lanes are.</param>
/// <param name="queue">Which queue.</param>
/// <param name="quiet">For how long an empty queue counts as empty if nothing is heard of it.</param>
internal sealed class QueueClaims(NpgsqlDataSource source, Queue queue, TimeSpan quiet)
{
    /// <summary>As much as is worked on in a moment; what is more, any host may claim.</summary>
    private const int MostHanded = 4;

    private readonly LaneRows _lanes = new(source, queue);
    private readonly ConcurrentQueue<LaneClaim> _unreleased = new();
    private readonly ConcurrentQueue<OwnLane> _handed = new();
    private int _stirs;
    private Emptiness? _empty;

    /// <summary>Whether it was found empty a moment ago, and nothing was heard of it since.</summary>
    public bool IsEmpty => _empty is { } empty && empty.Stirs == Volatile.Read(ref _stirs)
        && Stopwatch.GetElapsedTime(empty.Since) < quiet;

    /// <summary>There may be something again.</summary>
    public void Stir() => Interlocked.Increment(ref _stirs);

    /// <summary>
    /// Whether lanes that this host makes known may be its own from the start: nothing waits longer, and it has workers
    /// that look for more.
    /// </summary>
    /// <param name="lanes">How many.</param>
    public bool MayOwn(int lanes) => IsEmpty && _handed.Count + lanes <= MostHanded;

    /// <summary>To whoever looks next, with no message to the server.</summary>
    public void Hand(OwnLane lane) => _handed.Enqueue(lane);

    public async Task<LaneClaim?> ClaimAsync(DateTimeOffset now, int owner, CancellationToken cancel)
    {
        if (_unreleased.TryDequeue(out var late)) await ReleaseAsync(late);
        while (_handed.TryDequeue(out var own))
        {
            if (own.ReadyAt <= now.UtcTicks) return own.Claim with { HasMore = !_handed.IsEmpty };
            await ReleaseAsync(own.Claim);
        }

        return IsEmpty ? null : await TakeAsync(done: null, now, owner, cancel);
    }

    /// <summary>Lets one go and claims the next, in one message if there may be a next.</summary>
    public async Task<LaneClaim?> ClaimNextAsync(
        LaneClaim done, DateTimeOffset now, int owner, CancellationToken cancel)
    {
        if (!IsEmpty && _unreleased.IsEmpty && _handed.IsEmpty) return await TakeAsync(done, now, owner, cancel);
        await ReleaseAsync(done);
        return await ClaimAsync(now, owner, cancel);
    }

    public async ValueTask ReleaseAsync(LaneClaim claim)
    {
        try
        {
            if (await _lanes.ReleaseAsync(claim)) Stir();
        }
        catch (Exception failure) when (Faults.IsOutage(failure) || Faults.IsCollision(failure))
        {
            ReleaseLater(claim);
        }
    }

    private async Task<LaneClaim?> TakeAsync(LaneClaim? done, DateTimeOffset now, int owner, CancellationToken cancel)
    {
        var (stirs, begun) = (Volatile.Read(ref _stirs), Stopwatch.GetTimestamp());
        try
        {
            var taken = await _lanes.TakeAsync(done, now, owner, cancel);
            for (; taken is (var early, false); taken = await _lanes.TakeAsync(done, now, owner, cancel)) done = early;
            var hasMore = taken is ({ HasMore: true }, _);
            _empty = hasMore ? null : new(stirs, begun);

            // Whoever looked just before could not see what was let go with this claim, and may call it empty.
            if (done is not null && hasMore) Stir();
            return taken?.Claim;
        }
        catch when (done is not null)
        {
            ReleaseLater(done);
            throw;
        }
    }

    private void ReleaseLater(LaneClaim claim)
    {
        _unreleased.Enqueue(claim);
        Stir();
    }

    /// <summary>When it was found empty, and how often it had been stirred by then.</summary>
    private sealed record Emptiness(int Stirs, long Since);
}
