using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Domain;

/// <summary>Who coordinates the community now.</summary>
internal static class Coordinating
{
    public static Task<List<Member>> OfAsync(Turn turn, CancellationToken cancel) => turn.Db.WholeMembers()
        .Where(m => m.CommunityId == turn.Community.Id && m.LeftAt == null
            && m.Roles.Any(r => r.Kind == RoleKind.Coordinator && r.To == null))
        .ToListAsync(cancel);
}
