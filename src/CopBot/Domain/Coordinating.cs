using CopBot.Pipeline;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Domain;

/// <summary>Who coordinates the community now.</summary>
internal static class Coordinating
{
    private static readonly CompiledQuery<Func<CopBotDbContext, Guid, IAsyncEnumerable<Guid>>> Ids = new(
        () => EF.CompileAsyncQuery((CopBotDbContext db, Guid community) => db.Members
            .Where(member => member.CommunityId == community && member.LeftAt == null
                && member.Roles.Any(role => role.Kind == RoleKind.Coordinator && role.To == null))
            .Select(member => member.Id)));

    public static async Task<List<Member>> OfAsync(Turn turn, CancellationToken cancel)
    {
        var ids = await Ids.On(turn.Db)(turn.Db, turn.Community.Id).ToListAsync(cancel);
        var people = await turn.Db.PeopleAsync(ids.Select(id => (Guid?)id), cancel);
        return [.. ids.Select(id => people[id])];
    }
}
