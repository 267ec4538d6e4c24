using System.Collections.Concurrent;
using System.Diagnostics;
using Npgsql;

namespace CopBot.Storage.Postgres.Claims;

/// <summary>
/// Claims on one queue, as one host makes them: a queue that was found empty, or emptied, is not asked again by every
/// idle worker, and a lane that could not be let go is let go later.
/// </summary>
internal sealed class QueueClaims(NpgsqlDataSource source, Queue queue)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);

    private readonly LaneRows _lanes = new(source, queue);
    private readonly ConcurrentQueue<LaneClaim> _unreleased = new();
    private int _stirs;
    private Emptiness? _empty;

    /// <summary>Whether it was found empty a moment ago, and nothing was heard of it since.</summary>
    public bool IsEmpty => _empty is { } empty && empty.Stirs == Volatile.Read(ref _stirs)
        && Stopwatch.GetElapsedTime(empty.Since) < Quiet;

    /// <summary>There may be something again.</summary>
    public void Stir() => Interlocked.Increment(ref _stirs);

    public async Task<LaneClaim?> ClaimAsync(DateTimeOffset now, int owner, CancellationToken cancel)
    {
        if (_unreleased.TryDequeue(out var late)) await ReleaseAsync(late);
        return IsEmpty ? null : await TakeAsync(done: null, now, owner, cancel);
    }

    /// <summary>Lets one go and claims the next, in one message if there may be a next.</summary>
    public async Task<LaneClaim?> ClaimNextAsync(
        LaneClaim done, DateTimeOffset now, int owner, CancellationToken cancel)
    {
        if (!IsEmpty && _unreleased.IsEmpty)
        {
            try
            {
                return await TakeAsync(done, now, owner, cancel);
            }
            catch (Exception failure) when (IsPassing(failure))
            {
                // One after the other, below.
            }
            catch
            {
                await ReleaseAsync(done);
                throw;
            }
        }

        await ReleaseAsync(done);
        return await ClaimAsync(now, owner, cancel);
    }

    public async ValueTask ReleaseAsync(LaneClaim claim)
    {
        try
        {
            if (await _lanes.ReleaseAsync(claim)) Stir();
        }
        catch (Exception failure) when (IsPassing(failure))
        {
            _unreleased.Enqueue(claim);
            Stir();
        }
    }

    private static bool IsPassing(Exception failure) => Faults.IsOutage(failure) || Faults.IsCollision(failure);

    private async Task<LaneClaim?> TakeAsync(LaneClaim? done, DateTimeOffset now, int owner, CancellationToken cancel)
    {
        var (stirs, begun) = (Volatile.Read(ref _stirs), Stopwatch.GetTimestamp());
        var claim = await _lanes.ClaimAsync(done, now, owner, cancel);
        _empty = claim is { HasMore: true } ? null : new(stirs, begun);
        return claim;
    }

    /// <summary>When it was found empty, and how often it had been stirred by then.</summary>
    private sealed record Emptiness(int Stirs, long Since);
}
