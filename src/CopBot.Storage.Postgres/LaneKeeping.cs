using System.Runtime.CompilerServices;
using CopBot.Pipeline;
using CopBot.Storage.Postgres.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace CopBot.Storage.Postgres;

/// <summary>
/// Whoever adds a row to a queue makes its conversation's lane known, in the same transaction or right behind it. Lanes
/// are locked in the order of their names, by bytes, so that no two transactions wait for each other.
/// </summary>
internal sealed class LaneKeeping : SaveChangesInterceptor
{
    public static readonly LaneKeeping Instance = new();

    /// <summary>What waits longer is nobody's until then.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    private readonly ConditionalWeakTable<DbContext, List<object>> _added = [];
    private readonly ConditionalWeakTable<DbContext, HashSet<Queue>> _made = [];

    /// <summary>
    /// The part of a statement that makes the lanes of a part <c>wanted</c> known. A known lane is written to all the
    /// same: that holds up whoever is about to remove it, until this row can be seen.
    /// </summary>
    public const string Make =
        $"""
         made AS (
             INSERT INTO "Lanes" ("Queue", "Lane", "Head", "ReadyAt", "Fence", "Owner", "LeasedUntil")
             SELECT "Queue", "Lane", "Head", "ReadyAt", "Fence", "Owner",
                 CASE WHEN "Owner" IS NOT NULL THEN now() + {LaneRows.Lease} END
             FROM wanted ORDER BY "Queue" COLLATE "C", "Lane" COLLATE "C"
             ON CONFLICT ("Queue", "Lane") DO UPDATE SET
                 "ReadyAt" = CASE WHEN excluded."Head" < "Lanes"."Head"
                     THEN excluded."ReadyAt" ELSE "Lanes"."ReadyAt" END,
                 "Head" = LEAST(excluded."Head", "Lanes"."Head")
             RETURNING "Queue", "Lane", "Fence")
         """;

    /// <summary>
    /// A lane that was not known becomes the host's that wants it, unless something older waits in it. Told apart by
    /// its fence: that of a known one stays as it is.
    /// </summary>
    private const string MakeKnown =
        $"""
         WITH wanted AS MATERIALIZED (
             SELECT "Queue", "Lane", "Head", "ReadyAt", nextval('"LaneFences"') AS "Fence",
                 CASE WHEN "Host" IS NOT NULL AND NOT EXISTS (
                     SELECT 1 FROM "Outbox" AS older
                     WHERE older."State" = 'Pending' AND older."Lane" = lane."Lane" AND older."Id" < lane."Head")
                 THEN "Host" END AS "Owner"
             FROM unnest($1, $2, $3, $4, $5) AS lane("Queue", "Lane", "Head", "ReadyAt", "Host")),
         {Make}
         SELECT "Lane", "Head", "Fence", "ReadyAt" FROM wanted JOIN made USING ("Queue", "Lane", "Fence")
         WHERE "Owner" IS NOT NULL
         """;

    /// <summary>The queues that have something to work on now, by what was saved in a context.</summary>
    public IReadOnlyCollection<Queue> QueuesOf(DbContext db) => _made.TryGetValue(db, out var queues) ? queues : [];

    /// <summary>The queues of some rows.</summary>
    public static IEnumerable<Queue> QueuesOf(IEnumerable<object> rows) =>
        rows.Select(row => row is InboxRow ? Queue.Inbox : Queue.Outbox).Distinct();

    /// <summary>How many lanes some rows have in a queue.</summary>
    public static int LanesOf(IEnumerable<object> rows, Queue queue) => queue == Queue.Inbox
        ? rows.OfType<InboxRow>().DistinctBy(row => row.Lane).Count()
        : rows.OfType<OutboxRow>().DistinctBy(row => row.Lane).Count();

    /// <summary>The rows whose lanes have to be known once they are saved.</summary>
    public static List<object> RowsOf(DbContext db) =>
    [
        .. db.ChangeTracker.Entries()
            .Where(entry => entry.Entity is InboxRow { State: RowState.Pending }
                    or OutboxRow { State: RowState.Pending }
                && (entry.State == EntityState.Added
                    || (entry.State == EntityState.Modified && entry.Property(nameof(InboxRow.State)).IsModified)))
            .Select(entry => entry.Entity),
    ];

    /// <summary>
    /// Commits, and makes the lanes of the saved rows known, in one message to the server. Not in one transaction: that
    /// of a view would collide with whoever claimed or let go such a lane since it began. Where the server stops in
    /// between, the lanes are found when the hosts come back.
    /// </summary>
    /// <param name="db">The view.</param>
    /// <param name="rows">What was saved of it to queues.</param>
    /// <param name="host">Which host wants those of the outbox for itself; null for none.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The lanes that became its own.</returns>
    public static async Task<List<OwnLane>> CommitAsync(
        DbContext db, List<object> rows, int? host, CancellationToken cancel)
    {
        await using var batch = BatchFor(db, rows, host);
        batch.BatchCommands.Insert(0, new NpgsqlBatchCommand("COMMIT"));
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        var own = new List<OwnLane>();
        while (await reader.ReadAsync(cancel))
        {
            own.Add(new(
                new(Queue.Outbox, reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2)), reader.GetInt64(3)));
        }

        return own;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(eventData);
        var rows = RowsOf(eventData.Context!);
        if (rows.Count > 0) _added.AddOrUpdate(eventData.Context!, rows);
        return ValueTask.FromResult(result);
    }

    public override async ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(eventData);
        if (_added.TryGetValue(eventData.Context!, out var rows))
        {
            _added.Remove(eventData.Context!);
            _made.GetOrCreateValue(eventData.Context!).UnionWith(QueuesOf(rows));
            await using var batch = BatchFor(eventData.Context!, rows);
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        return result;
    }

    private static NpgsqlBatch BatchFor(DbContext db, List<object> rows, int? host = null)
    {
        var soon = TimeProvider.System.GetUtcNow() + Soon;
        var lanes = rows.Select(row => row switch
            {
                InboxRow inbox => (Queue: nameof(Queue.Inbox), inbox.Lane, inbox.Id, inbox.NotBefore, Host: (int?)null),
                OutboxRow outbox => (
                    Queue: nameof(Queue.Outbox), outbox.Lane, outbox.Id, outbox.NotBefore,
                    Host: outbox.NotBefore < soon ? host : null),
                _ => throw new InvalidOperationException("It is no row of a queue."),
            })
            .GroupBy(row => (row.Queue, row.Lane)).Select(lane => lane.MinBy(row => row.Id)).ToList();
        var command = new NpgsqlBatchCommand(MakeKnown);
        command.Parameters.Add(new() { Value = lanes.Select(lane => lane.Queue).ToArray() });
        command.Parameters.Add(new() { Value = lanes.Select(lane => lane.Lane).ToArray() });
        command.Parameters.Add(new() { Value = lanes.Select(lane => lane.Id).ToArray() });
        command.Parameters.Add(new() { Value = lanes.Select(lane => lane.NotBefore.UtcTicks).ToArray() });
        command.Parameters.Add(new() { Value = lanes.Select(lane => lane.Host).ToArray() });
        return new NpgsqlBatch(
            (NpgsqlConnection)db.Database.GetDbConnection(),
            (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction()) { BatchCommands = { command } };
    }
}
