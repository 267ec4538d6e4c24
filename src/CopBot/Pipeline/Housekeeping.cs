using CopBot.Chat;
using CopBot.Diagnostics;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CopBot.Pipeline;

/// <summary>
/// Removes rows of the queues that are done and not needed to recognise repeats any more. Dead letters stay until
/// somebody decides on them.
/// </summary>
internal sealed class Housekeeping(
    IStore store, WorkerThreads threads, SecurityClock clock, TimeProvider time, ILogger<Housekeeping> logger)
    : Recurring(TimeSpan.FromMinutes(10), threads, clock)
{
    private const int AtOnce = 500;

    /// <summary>Platforms send again for hours, some for a day, what was not acknowledged.</summary>
    private static readonly TimeSpan RepeatsKnown = TimeSpan.FromDays(3);

    /// <summary>So long a card that may stand somewhere twice is known to.</summary>
    private static readonly TimeSpan DoubtsKnown = TimeSpan.FromDays(90);

    private static readonly TimeSpan Undecided = TimeSpan.FromDays(30);

    /// <summary>Removes everything that may go now.</summary>
    /// <returns>How many rows went.</returns>
    public async Task<int> CleanAsync(CancellationToken cancel)
    {
        var gone = 0;
        for (long? at = 0; at is { } after;)
        {
            (at, var done) = await InboxPageAsync(after, cancel);
            gone += await DeleteAsync(db => db.Inbox.Where(row => done.Contains(row.Id)), done, cancel);
        }

        for (long? at = 0; at is { } after;)
        {
            (at, var done) = await OutboxPageAsync(after, cancel);
            gone += await DeleteAsync(db => db.Outbox.Where(row => done.Contains(row.Id)), done, cancel);
        }

        return gone + await ForgetAsync(cancel);
    }

    /// <summary>What nobody decided on for a month: kept words, and a machine's drafts.</summary>
    private async Task<int> ForgetAsync(CancellationToken cancel)
    {
        var before = time.GetUtcNow() - Undecided;
        return await store.ChangeAsync(
            (db, token) => db.Drafts.Where(draft => draft.SaidAt < before).ExecuteDeleteAsync(token), cancel)
            + await store.ChangeAsync(
                (db, token) => db.WritingRequests.Where(one => one.AskedAt < before).ExecuteDeleteAsync(token), cancel);
    }

    protected override async Task DoAsync(CancellationToken cancel)
    {
        if (await CleanAsync(cancel) is > 0 and var rows) logger.Cleaned(rows);
    }

    protected override void Failed(Exception failure) => logger.CleaningFailed(failure);

    /// <summary>
    /// The next rows in the order in which they came, so that looking ends where they are too young; null at the end.
    /// </summary>
    private async Task<(long? Last, List<long> Done)> InboxPageAsync(long after, CancellationToken cancel)
    {
        var before = Clock.Now - RepeatsKnown;
        await using var db = await store.OpenAsync(cancel);
        var page = await db.Inbox.AsNoTracking().Where(row => row.Id > after).OrderBy(row => row.Id).Take(AtOnce)
            .Select(row => new { row.Id, row.State, At = row.ReceivedAt }).ToListAsync(cancel);
        var old = page.TakeWhile(row => row.At < before).ToList();
        var done = old.Where(row => row.State == RowState.Done).Select(row => row.Id).ToList();
        return (old.Count == 0 ? null : old[^1].Id, done);
    }

    private async Task<(long? Last, List<long> Done)> OutboxPageAsync(long after, CancellationToken cancel)
    {
        var (before, doubts) = (Clock.Now - RepeatsKnown, Clock.Now - DoubtsKnown);
        await using var db = await store.OpenAsync(cancel);
        var page = await db.Outbox.AsNoTracking().Where(row => row.Id > after).OrderBy(row => row.Id).Take(AtOnce)
            .Select(row => new { row.Id, row.State, At = row.NotBefore, row.DoubtSince }).ToListAsync(cancel);

        // What waits is put off again and again, for months where a platform lets the bot in no more.
        var old = page.TakeWhile(row => row.State != RowState.Done || row.At < before).ToList();
        var done = old.Where(row => row.State == RowState.Done && !(row.DoubtSince >= doubts))
            .Select(row => row.Id).ToList();
        return (old.Count == 0 ? null : old[^1].Id, done);
    }

    private async Task<int> DeleteAsync<T>(
        Func<CopBotDbContext, IQueryable<T>> which, List<long> rows, CancellationToken cancel) =>
        rows.Count == 0 ? 0 : await store.WriteAsync((db, token) => which(db).ExecuteDeleteAsync(token), cancel);
}
