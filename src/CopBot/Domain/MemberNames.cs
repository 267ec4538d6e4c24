using System.Globalization;
using CopBot.Chat;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Domain;

/// <summary>Finds the members that somebody means by a mention or a name.</summary>
internal static class MemberNames
{
    private const int Most = 20;

    /// <summary>Garcia finds García, in whichever case; engines differ in what they take for the same letter.</summary>
    private const CompareOptions Likeness = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    private static readonly CompareInfo Names = CultureInfo.InvariantCulture.CompareInfo;

    /// <summary>Who is mentioned; else who is called exactly so; else whose name has these words in it.</summary>
    public static async Task<IReadOnlyList<Member>> FindAsync(
        Turn turn, string name, IReadOnlyList<AccountRef> mentions, CancellationToken cancel)
    {
        var members = turn.Db.WholeMembers().Where(
            m => m.CommunityId == turn.Community.Id && m.LeftAt == null);
        if (mentions.Count > 0)
        {
            var (connection, id) = mentions[0];
            return await members.Where(m => turn.Db.Identities
                    .Where(i => i.Connection == connection && i.AccountId == id).Select(i => i.MemberId).Contains(m.Id))
                .ToListAsync(cancel);
        }

        if (name.Length == 0) return [];
        var names = await members.AsNoTracking().OrderBy(m => m.Id).Select(m => new { m.Id, m.Name })
            .ToListAsync(cancel);
        var near = names.Where(m => Names.IndexOf(m.Name, name, Likeness) >= 0).ToList();
        var exact = near.Where(m => Names.Compare(m.Name, name, Likeness) == 0).ToList();
        var ids = (exact.Count > 0 ? exact : near).Take(Most).Select(m => m.Id).ToList();
        return await members.Where(m => ids.Contains(m.Id)).OrderBy(m => m.Id).ToListAsync(cancel);
    }
}
