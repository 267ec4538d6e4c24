using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Storage;

/// <summary>
/// The two statements that every card takes, as SQL: of an update in C# an expression is built and translated each
/// time, which takes longer than running it.
/// </summary>
internal static class OutboxStatements
{
    /// <summary>Begins the attempt to send a row of which no earlier attempt is in doubt.</summary>
    /// <returns>The row, as it is then; null if it is not there any more, or an attempt is in doubt.</returns>
    public static async Task<OutboxRow?> BeginAsync(
        this CopBotDbContext db, long rowId, DateTimeOffset now, CancellationToken cancel)
    {
        var begun = await db.Outbox.FromSql(
            $"""
            UPDATE "Outbox" SET "SendingSince" = {now.UtcTicks}, "Attempts" = "Attempts" + 1
            WHERE "Id" = {rowId} AND "State" = 'Pending' AND "SendingSince" IS NULL AND "Effect" IS NOT NULL
            RETURNING *
            """).AsNoTracking().ToListAsync(cancel);
        return begun is [var row] ? row : null;
    }

    /// <summary>A card without a name was sent: its row is all there is to write.</summary>
    /// <returns>0 if it has a name, or is done already.</returns>
    public static Task<int> FinishUnnamedAsync(this CopBotDbContext db, long rowId, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync(
            $"""
            UPDATE "Outbox" SET "State" = 'Done', "Effect" = NULL, "Lane" = '', "SendingSince" = NULL, "Error" = NULL
            WHERE "Id" = {rowId} AND "State" <> 'Done' AND "CardKey" IS NULL
            """,
            cancel);
}
