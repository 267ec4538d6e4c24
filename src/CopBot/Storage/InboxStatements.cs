using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Storage;

/// <summary>What every row that means nothing takes, as SQL: see <see cref="OutboxStatements"/>.</summary>
internal static class InboxStatements
{
    /// <summary>The rows are done, and nothing of them is kept; those that are done already stay as they are.</summary>
    public static Task<int> FinishAsync(this CopBotDbContext db, IReadOnlyList<InboxRow> rows, CancellationToken cancel)
    {
        var ids = Padded([.. rows.Select(row => (object)row.Id)]);
        var places = string.Join(", ", Enumerable.Range(0, ids.Count).Select(number => $"{{{number}}}"));
#pragma warning disable EF1002 // Only places for parameters are put into it.
        return db.Database.ExecuteSqlRawAsync(
            $"""
            UPDATE "Inbox" SET "State" = 'Done', "Payload" = NULL, "Lane" = '', "Error" = NULL
            WHERE "Id" IN ({places}) AND "State" = 'Pending'
            """,
            ids,
            cancel);
#pragma warning restore EF1002
    }

    /// <summary>
    /// Few statements, for an engine keeps the plan of each; the last number stands for those that lack.
    /// </summary>
    private static List<object> Padded(List<object> ids)
    {
        var full = ids.Count switch
        {
            1 => 1,
            <= 10 => 10,
            <= 100 => 100,
            var many => many,
        };
        while (ids.Count < full) ids.Add(ids[^1]);
        return ids;
    }
}
