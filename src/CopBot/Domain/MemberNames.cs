using CopBot.Chat;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Domain;

/// <summary>Finds the members that somebody means by a mention or a name.</summary>
internal static class MemberNames
{
    private const int Most = 20;

    /// <summary>Who is mentioned; else who is called exactly so; else whose name has these words in it.</summary>
    public static async Task<IReadOnlyList<Member>> FindAsync(
        Turn turn, string name, IReadOnlyList<AccountRef> mentions, CancellationToken cancel)
    {
        var members = turn.Db.WholeMembers().Where(m => m.CommunityId == turn.Community.Id && m.LeftAt == null);
        if (mentions.Count > 0)
        {
            var (connection, id) = mentions[0];
            return await members.Where(m => m.Identities.Any(i => i.Connection == connection && i.AccountId == id))
                .ToListAsync(cancel);
        }

        if (name.Length == 0) return [];
        var near = await members.Where(m => EF.Functions.Like(m.Name, $"%{Escaped(name)}%", "\\")).Take(Most)
            .ToListAsync(cancel);
        var exact = near.Where(m => m.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        return exact.Count > 0 ? exact : near;
    }

    private static string Escaped(string name) => name.Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
