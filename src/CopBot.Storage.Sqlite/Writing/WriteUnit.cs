using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Storage.Sqlite.Writing;

/// <summary>One unit of writing: all of it or nothing of it.</summary>
internal abstract class WriteUnit
{
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Completion => _completion.Task;

    /// <summary>Runs within the writer's transaction. False if it failed; whoever waits is told at once.</summary>
    public async Task<bool> TryRunAsync(DbConnection connection, DbTransaction transaction)
    {
        try
        {
            await RunAsync(connection, transaction);
            return true;
        }
#pragma warning disable CA1031 // The failure belongs to whoever waits for this unit.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Fail(IsConflict(failure) ? new ConflictException(failure) : failure);
            return false;
        }
    }

    public void Complete() => _completion.TrySetResult();

    public void Fail(Exception failure) => _completion.TrySetException(failure);

    protected abstract Task RunAsync(DbConnection connection, DbTransaction transaction);

    /// <summary>A changed version, or a row that somebody else wrote first.</summary>
    private static bool IsConflict(Exception failure) =>
        failure is DbUpdateConcurrencyException
        || failure is DbUpdateException { InnerException: SqliteException { SqliteErrorCode: 19 } };
}
