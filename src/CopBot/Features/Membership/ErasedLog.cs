using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Membership;

/// <summary>
/// The log loses what leads to the person: pseudonyms' meaning, salts, attributes. Its entries and hashes stay.
/// </summary>
internal static class ErasedLog
{
    /// <returns>The pseudonyms that mean nobody from now on.</returns>
    public static async Task<IReadOnlyList<string>> EraseAsync(
        CopBotDbContext db, Guid memberId, CancellationToken cancel)
    {
        var pseudonyms = await db.Pseudonyms.Where(p => p.MemberId == memberId).ToListAsync(cancel);
        var names = pseudonyms.Select(p => p.Value).ToList();
        foreach (var entry in await db.Log.Where(e => e.Actor != null && names.Contains(e.Actor)).ToListAsync(cancel))
        {
            entry.Salt = null;
            entry.Attributes = null;
        }

        db.Pseudonyms.RemoveRange(pseudonyms);

        // Those of anonymous questions go without a word: said together, they would name each other.
        return [.. pseudonyms.Where(p => p.QuestionId is null).Select(p => p.Value)];
    }
}
