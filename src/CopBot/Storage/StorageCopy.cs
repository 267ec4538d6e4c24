using CopBot.Domain;
using CopBot.Features.Participation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CopBot.Storage;

/// <summary>How far a copy is.</summary>
/// <param name="Table">The table being copied.</param>
/// <param name="Done">Rows of it copied so far.</param>
/// <param name="All">Rows it has.</param>
internal sealed record CopyProgress(string Table, long Done, long All);

/// <summary>
/// Copies everything from one store to another, whatever their engines, in one transaction of the target: all of it,
/// proved equal, or nothing.
/// </summary>
internal static class StorageCopy
{
    private const int AtOnce = 500;

    /// <param name="from">A view of the source that nobody writes to.</param>
    /// <param name="to">The target, within its transaction.</param>
    /// <param name="progress">Is told after every batch.</param>
    /// <param name="cancel">Gives up; the target stays as it was.</param>
    /// <returns>How many rows were copied.</returns>
    /// <exception cref="InvalidDataException">The target is not empty, or not equal in the end.</exception>
    public static async Task<long> RunAsync(
        CopBotDbContext from, CopBotDbContext to, IProgress<CopyProgress> progress, CancellationToken cancel)
    {
        if (await to.Communities.AnyAsync(cancel) || await to.Inbox.AnyAsync(cancel))
        {
            throw new InvalidDataException("The target holds a community already; nothing was copied. Name an empty database.");
        }

        var copied = 0L;
        foreach (var type in InOrder(to.Model))
        {
            copied += await ((Task<long>)typeof(StorageCopy).GetMethod(nameof(TableAsync))!
                .MakeGenericMethod(type.ClrType).Invoke(null, [from, to, type.GetTableName(), progress, cancel])!);
        }

        await CompareLogsAsync(from, to, cancel);
        return copied;
    }

    /// <summary>Copies one table, and counts it again where it arrived.</summary>
    public static async Task<long> TableAsync<T>(
        CopBotDbContext from,
        CopBotDbContext to,
        string name,
        IProgress<CopyProgress> progress,
        CancellationToken cancel)
        where T : class
    {
        var all = await from.Set<T>().LongCountAsync(cancel);
        var done = 0L;
        await foreach (var batch in Batches(from.Set<T>().AsNoTracking().AsAsyncEnumerable(), cancel))
        {
            to.Set<T>().AddRange(batch);
            await to.SaveChangesAsync(cancel);
            to.ChangeTracker.Clear();
            progress.Report(new(name, done += batch.Count, all));
        }

        var arrived = await to.Set<T>().LongCountAsync(cancel);
        return arrived == all ? all
            : throw new InvalidDataException($"{name} has {all} rows, and {arrived} arrived; nothing was copied.");
    }

    private static async Task CompareLogsAsync(CopBotDbContext from, CopBotDbContext to, CancellationToken cancel)
    {
        foreach (var community in await from.Communities.AsNoTracking().OrderBy(c => c.Name).ToListAsync(cancel))
        {
            var before = await LogVerification.VerifyAsync(from, community, null, cancel);
            var after = await LogVerification.VerifyAsync(to, community, null, cancel);
            if (before == after && after.Fault is null) continue;
            throw new InvalidDataException(
                $"The log of {community.Name} ends with {before.Head} ({before.Count} entries) and arrived with {after.Head} "
                + $"({after.Count} entries). {before.Fault} {after.Fault} Nothing was copied.");
        }
    }

    /// <summary>Tables after those that they refer to.</summary>
    private static List<IEntityType> InOrder(IModel model)
    {
        // The feed of changes tells of this database only: what is copied enters the target's own.
        var left = model.GetEntityTypes()
            .Where(type => type.ClrType != typeof(KnowledgeChange) && type.ClrType != typeof(MeaningProgress))
            .OrderBy(type => type.Name, StringComparer.Ordinal).ToList();
        var sorted = new List<IEntityType>();
        while (left.Count > 0)
        {
            var next = left.First(type => type.GetForeignKeys()
                .All(key => key.PrincipalEntityType == type || sorted.Contains(key.PrincipalEntityType)));
            left.Remove(next);
            sorted.Add(next);
        }

        return sorted;
    }

    private static async IAsyncEnumerable<List<T>> Batches<T>(
        IAsyncEnumerable<T> rows, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var batch = new List<T>(AtOnce);
        await foreach (var row in rows.WithCancellation(cancel))
        {
            batch.Add(row);
            if (batch.Count < AtOnce) continue;
            yield return batch;
            batch = new List<T>(AtOnce);
        }

        if (batch.Count > 0) yield return batch;
    }
}
