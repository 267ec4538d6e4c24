using CopBot.Domain;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Host.Pages;

/// <summary>Some of the members, by name.</summary>
/// <param name="Members">Who.</param>
/// <param name="Number">Which page, from 1.</param>
/// <param name="HasMore">Whether another follows.</param>
internal sealed record RosterData(IReadOnlyList<RosterMember> Members, int Number, bool HasMore)
{
    private const int Most = 100;

    public static async Task<RosterData> ReadAsync(
        CopBotDbContext db, Community community, int page, CancellationToken cancel)
    {
        var number = Math.Clamp(page, 1, 100_000);
        var members = await db.Members.AsNoTracking().Where(m => m.CommunityId == community.Id && m.LeftAt == null)
            .OrderBy(m => m.Name).ThenBy(m => m.Id).Skip((number - 1) * Most).Take(Most + 1)
            .Select(m => new
            {
                m.Id, m.Name, m.Organisation, m.Country,
                Roles = m.Roles.Where(r => r.To == null).Select(r => r.Kind).ToList(),
            })
            .ToListAsync(cancel);
        return new(
            [.. members.Take(Most).Select(m => new RosterMember($"{m.Id:N}", m.Name, m.Organisation, m.Country, m.Roles))],
            number, members.Count > Most);
    }
}

internal sealed record RosterMember(
    string Id, string Name, string? Organisation, string? Country, IReadOnlyList<RoleKind> Roles);
