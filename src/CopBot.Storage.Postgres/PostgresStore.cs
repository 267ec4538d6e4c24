using System.Data;
using CopBot.Domain;
using CopBot.Pipeline;
using CopBot.Storage.Postgres.Claims;
using CopBot.Storage.Postgres.Intake;
using CopBot.Storage.Postgres.Waking;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;
using NpgsqlTypes;

namespace CopBot.Storage.Postgres;

/// <summary>
/// For several hosts on one database. A view is one snapshot; a unit of writing is one snapshot too, and is run again
/// if another transaction got in its way; a commit of a view is checked by versions.
/// </summary>
internal sealed class PostgresStore : IStore, IAsyncDisposable
{
    private const int MostCollisions = 50;
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);

    private const string ChangesSql =
        """
        SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint, change."Transaction"::text::bigint,
            change."QuestionId", change."NoteId", change."MemberId"
        FROM (SELECT 1) AS once LEFT JOIN "KnowledgeChanges" AS change
            ON change."CommunityId" = $1 AND change."Transaction" >= $2
                AND change."Transaction" < pg_snapshot_xmax(pg_current_snapshot())
        """;

    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlDataSource _intake;
    private readonly NpgsqlDataSource _claims;
    private readonly NpgsqlDataSource _locks;
    private readonly DbContextOptions<CopBotDbContext> _options;
    private readonly PooledDbContextFactory<CopBotDbContext> _lent;
    private readonly ArrivalBatches _arrivals;
    private readonly Bells _bells;
    private readonly HostSeat _seat;
    private readonly QueueClaims _inbox;
    private readonly QueueClaims _outbox;
    private int _disposed;

    /// <param name="connectionString">As Npgsql reads it.</param>
    /// <param name="wakeUps">What to ring when another host has committed something.</param>
    /// <param name="quiet">As in <see cref="QueueClaims"/>; a fifth of a second if null.</param>
    public PostgresStore(string connectionString, WakeUps wakeUps, TimeSpan? quiet = null)
    {
        _source = NpgsqlDataSource.Create(Options.Complete(connectionString));
        _intake = NpgsqlDataSource.Create(Options.CompleteForIntake(connectionString));
        _claims = NpgsqlDataSource.Create(Options.CompleteForClaims(connectionString));
        _locks = NpgsqlDataSource.Create(Options.CompleteForLocks(connectionString));
        _options = Options.For(_source);
        _lent = new(Options.ForViews(_source));
        _inbox = new QueueClaims(_claims, Queue.Inbox, quiet ?? Quiet);
        _outbox = new QueueClaims(_claims, Queue.Outbox, quiet ?? Quiet);
        _bells = new Bells(_claims, wakeUps, Stir, queue => Of(queue).IsEmpty);
        _seat = new HostSeat(_locks, _claims, _bells);
        _arrivals = new ArrivalBatches(
            _intake, lanes => HostFor(Queue.Inbox, lanes), (own, areAll) => Announce(Queue.Inbox, own, areAll));
    }

    public bool IsEmbedded => false;

    public bool HasArrivals => false;

    public Task MigrateAsync(CancellationToken cancel) => Migrations.Migrator.RunAsync(_locks, _options, cancel);

    public async Task<CopBotDbContext> OpenAsync(CancellationToken cancel)
    {
        var db = await _lent.CreateDbContextAsync(cancel);
        try
        {
            await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
            return db;
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    public async Task<T> ReadAsync<T>(
        Func<CopBotDbContext, CancellationToken, Task<T>> reading, CancellationToken cancel)
    {
        await using var db = await _lent.CreateDbContextAsync(cancel);
        return await reading(db, cancel);
    }

    /// <summary>
    /// Transactions do not become visible in the order of their numbers. Read is by the transaction that wrote, from
    /// the oldest that was still running the last time: what is read twice does no harm, what is missed would. Nor does
    /// a reading move the position beyond the last change: numbers whose work was not on disk yet are given again after
    /// a crash of the server, as those of claims may be; the number of a change that can be seen never is. Numbers that
    /// this server has yet to reach came with a database restored from another one.
    /// </summary>
    public async Task<KnowledgeFeed> KnowledgeFeedAsync(
        CopBotDbContext view, Guid community, long after, CancellationToken cancel)
    {
        if (after == KnowledgeFeed.Now) return new([], await LastAsync(view, community, cancel));
        await using var command = new NpgsqlCommand(ChangesSql, (NpgsqlConnection)view.Database.GetDbConnection());
        command.Parameters.Add(new() { Value = community });
        command.Parameters.Add(new() { Value = (ulong)Math.Max(after, 0), NpgsqlDbType = NpgsqlDbType.Xid8 });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var (changes, oldest, next) = (new List<KnowledgeChange>(), 0L, 0L);
        while (await reader.ReadAsync(cancel))
        {
            oldest = reader.GetInt64(0);
            if (reader.IsDBNull(1)) continue;
            next = Math.Max(next, reader.GetInt64(1) + 1);
            changes.Add(new()
            {
                CommunityId = community, QuestionId = IdAt(2), NoteId = IdAt(3), MemberId = IdAt(4),
            });
        }

        return new(changes, Math.Min(oldest, Math.Max(after, next)));

        Guid? IdAt(int column) => reader.IsDBNull(column) ? null : reader.GetGuid(column);
    }

    private static Task<long> LastAsync(CopBotDbContext view, Guid community, CancellationToken cancel) =>
        view.NumberAsync(
            $"""
            SELECT LEAST(
                pg_snapshot_xmin(pg_current_snapshot())::text::bigint,
                COALESCE(
                    (SELECT "Transaction"::text::bigint + 1 FROM "KnowledgeChanges"
                        WHERE "CommunityId" = {community}
                            AND "Transaction" < pg_snapshot_xmax(pg_current_snapshot())
                        ORDER BY "Transaction" DESC LIMIT 1),
                    0))
            """,
            cancel);

    /// <summary>
    /// In the snapshot that was read: to end it and begin another would be one more message. What somebody else has
    /// changed since is refused by the server, if not by its version.
    /// </summary>
    public async Task CommitAsync(CopBotDbContext view, CancellationToken cancel)
    {
        view.Settle();
        var rows = LaneKeeping.RowsOf(view);
        var own = new List<OwnLane>();
        try
        {
            view.Database.AutoSavepointsEnabled = false;
            await using var transaction = view.Database.CurrentTransaction
                ?? await view.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancel);
            await view.SaveChangesAsync(cancel);
            if (rows.Count == 0) await transaction.CommitAsync(cancel);
            else own = await LaneKeeping.CommitAsync(view, rows, HostFor(Queue.Outbox, rows.Count), cancel);
        }
        catch (Exception failure) when (Faults.IsConflict(failure))
        {
            throw new ConflictException(failure);
        }

        foreach (var queue in LaneKeeping.QueuesOf(rows))
        {
            var ofQueue = own.FindAll(lane => lane.Claim.Queue == queue);
            Announce(queue, ofQueue, LaneKeeping.LanesOf(rows, queue) == ofQueue.Count);
        }
    }

    public Task<T> WriteAsync<T>(
        Func<CopBotDbContext, CancellationToken, Task<T>> unit, CancellationToken cancel) =>
        AgainAsync(unit, cancel);

    /// <summary>Without a transaction around it, which would be one more message to the server and back.</summary>
    public Task<int> ChangeAsync(
        Func<CopBotDbContext, CancellationToken, Task<int>> statement, CancellationToken cancel) =>
        ReadAsync(statement, cancel);

    /// <summary>Counted in the community's row, which is held for no longer than that.</summary>
    public Task<int> NextQuestionNumberAsync(Guid community, CancellationToken cancel) => ChangeAsync(
        async (db, token) => await db.NumberAsync(
            $"""UPDATE "Communities" SET "Questions" = "Questions" + 1 WHERE "Id" = {community} RETURNING "Questions" """,
            token) is > 0 and var next
            ? (int)next
            : throw new InvalidOperationException($"The community {community} is not there."),
        cancel);

    public Task<T?> WriteAloneAsync<T>(
        string duty, Func<CopBotDbContext, CancellationToken, Task<T>> unit, CancellationToken cancel) =>
        AgainAsync<T?>(
            async (db, token) =>
            {
                var mine = await db.Database.SqlQuery<bool>(
                    $"SELECT pg_try_advisory_xact_lock(hashtextextended({duty}, 0)) AS \"Value\"").SingleAsync(token);
                return mine ? await unit(db, token) : default;
            },
            cancel,
            IsolationLevel.ReadCommitted);

    public Task<bool> AcceptAsync(Arrival arrival, CancellationToken cancel) => _arrivals.AcceptAsync(arrival);

    public async Task<LaneClaim?> ClaimAsync(Queue queue, DateTimeOffset now, CancellationToken cancel) =>
        await Of(queue).ClaimAsync(now, await _seat.NumberAsync(cancel), cancel);

    public ValueTask ReleaseAsync(LaneClaim claim) => Of(claim.Queue).ReleaseAsync(claim);

    public async Task<LaneClaim?> ClaimNextAsync(LaneClaim done, DateTimeOffset now, CancellationToken cancel) =>
        await Of(done.Queue).ClaimNextAsync(done, now, await _seat.NumberAsync(cancel), cancel);

    public bool IsOutage(Exception failure) => Faults.IsOutage(failure);

    /// <summary>How many other hosts have the database open for work.</summary>
    public async Task<int> OthersAsync(CancellationToken cancel)
    {
        await using var command = _source.CreateCommand(Orphans.LivingHosts);
        return (int)(long)(await command.ExecuteScalarAsync(cancel))!;
    }

    public async ValueTask DisposeAsync()
    {
        // The container knows it by two names, and disposes of each.
        if (Interlocked.Exchange(ref _disposed, 1) == 1) return;
        await _arrivals.DisposeAsync();
        await _seat.DisposeAsync();
        await _bells.DisposeAsync();
        await _locks.DisposeAsync();
        await _claims.DisposeAsync();
        await _intake.DisposeAsync();
        await _source.DisposeAsync();
    }

    private void Stir(Queue queue) => Of(queue).Stir();

    /// <summary>This host, if it may have so many lanes for itself that it is about to make known.</summary>
    private int? HostFor(Queue queue, int lanes) => Of(queue).MayOwn(lanes) ? _seat.Known : null;

    /// <summary>Its own lanes concern nobody else.</summary>
    private void Announce(Queue queue, IEnumerable<OwnLane> own, bool areAll)
    {
        foreach (var lane in own) Of(queue).Hand(lane);
        if (!areAll) _bells.Ring(queue);
    }

    private void RingFor(CopBotDbContext saved)
    {
        foreach (var queue in LaneKeeping.Instance.QueuesOf(saved)) _bells.Ring(queue);
    }

    private QueueClaims Of(Queue queue) => queue == Queue.Inbox ? _inbox : _outbox;

    /// <summary>Runs a unit until no other transaction gets in its way.</summary>
    private async Task<T> AgainAsync<T>(
        Func<CopBotDbContext, CancellationToken, Task<T>> unit,
        CancellationToken cancel,
        IsolationLevel isolation = IsolationLevel.RepeatableRead)
    {
        for (var collisions = 1; ; collisions++)
        {
            try
            {
                await using var db = new CopBotDbContext(_options);
                db.Database.AutoSavepointsEnabled = false;
                await using var transaction = await db.Database.BeginTransactionAsync(isolation, cancel);
                var result = await unit(db, cancel);
                await transaction.CommitAsync(cancel);
                RingFor(db);
                return result;
            }
            catch (Exception failure) when (Faults.IsCollision(failure) && collisions < MostCollisions)
            {
#pragma warning disable CA5394 // Jitter guards nothing.
                await Task.Delay(Random.Shared.Next(1, 2 + (2 * collisions)), cancel);
#pragma warning restore CA5394
            }
            catch (Exception failure) when (Faults.IsConflict(failure))
            {
                throw new ConflictException(failure);
            }
        }
    }
}
