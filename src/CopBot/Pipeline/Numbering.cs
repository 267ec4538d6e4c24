using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Pipeline;

/// <summary>
/// Gives each question its number in the community, in a transaction of its own: people who ask at the same moment do
/// not get into each other's way. A turn that is decided again takes another number, so numbers may be left out.
/// </summary>
internal sealed class Numbering(IStore store)
{
    public Task<int> NextQuestionAsync(Guid community, CancellationToken cancel) => store.WriteAsync(
        async (db, token) =>
        {
            // What returns rows can't be composed over, so it is read as a list.
            var next = await db.Database.SqlQuery<int>(
                $"""UPDATE "Communities" SET "Questions" = "Questions" + 1 WHERE "Id" = {community} RETURNING "Questions" """)
                .ToListAsync(token);
            return next.Single();
        },
        cancel);
}
