using System.Runtime.CompilerServices;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace CopBot.Storage.Postgres;

/// <summary>
/// Whoever adds a row to a queue makes its conversation's lane known, in the same transaction or right behind it. Lanes
/// are locked in the order of their names, so that no two transactions wait for each other.
/// </summary>
internal sealed class LaneKeeping : SaveChangesInterceptor
{
    public static readonly LaneKeeping Instance = new();

    private readonly ConditionalWeakTable<DbContext, List<object>> _added = [];
    private readonly ConditionalWeakTable<DbContext, HashSet<Queue>> _made = [];

    /// <summary>
    /// A known lane is written to all the same: that holds up whoever is about to remove it, until this row can be
    /// seen.
    /// </summary>
    public const string OnKnown =
        """
        ON CONFLICT ("Queue", "Lane") DO UPDATE SET
            "ReadyAt" = CASE WHEN excluded."Head" < "Lanes"."Head" THEN excluded."ReadyAt" ELSE "Lanes"."ReadyAt" END,
            "Head" = LEAST(excluded."Head", "Lanes"."Head")
        """;

    private const string MakeKnown =
        $"""
         INSERT INTO "Lanes" ("Queue", "Lane", "Head", "ReadyAt") SELECT * FROM unnest($1, $2, $3, $4)
         {OnKnown}
         """;

    /// <summary>The queues that have something to work on now, by what was saved in a context.</summary>
    public IReadOnlyCollection<Queue> QueuesOf(DbContext db) => _made.TryGetValue(db, out var queues) ? queues : [];

    /// <summary>The queues of some rows.</summary>
    public static IEnumerable<Queue> QueuesOf(IEnumerable<object> rows) =>
        rows.Select(row => row is InboxRow ? Queue.Inbox : Queue.Outbox).Distinct();

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
    public static async Task CommitAsync(DbContext db, List<object> rows, CancellationToken cancel)
    {
        await using var batch = BatchFor(db, rows);
        batch.BatchCommands.Insert(0, new NpgsqlBatchCommand("COMMIT"));
        await batch.ExecuteNonQueryAsync(cancel);
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

    private static NpgsqlBatch BatchFor(DbContext db, List<object> rows)
    {
        var lanes = rows.Select(row => row switch
            {
                InboxRow inbox => (Queue: nameof(Queue.Inbox), inbox.Lane, inbox.Id, inbox.NotBefore),
                OutboxRow outbox => (Queue: nameof(Queue.Outbox), outbox.Lane, outbox.Id, outbox.NotBefore),
                _ => throw new InvalidOperationException("It is no row of a queue."),
            })
            .GroupBy(row => (row.Queue, row.Lane)).Select(lane => lane.MinBy(row => row.Id))
            .OrderBy(lane => lane.Queue, StringComparer.Ordinal).ThenBy(lane => lane.Lane, StringComparer.Ordinal)
            .ToList();
        var command = new NpgsqlBatchCommand(MakeKnown);
        command.Parameters.Add(new() { Value = lanes.Select(lane => lane.Queue).ToArray() });
        command.Parameters.Add(new() { Value = lanes.Select(lane => lane.Lane).ToArray() });
        command.Parameters.Add(new() { Value = lanes.Select(lane => lane.Id).ToArray() });
        command.Parameters.Add(new() { Value = lanes.Select(lane => lane.NotBefore.UtcTicks).ToArray() });
        return new NpgsqlBatch(
            (NpgsqlConnection)db.Database.GetDbConnection(),
            (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction()) { BatchCommands = { command } };
    }
}
