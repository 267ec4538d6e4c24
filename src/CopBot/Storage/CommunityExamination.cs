using CopBot.Chat.Diagnosis;
using CopBot.Domain;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Storage;

/// <summary>What each community needs in the database before it can begin.</summary>
internal static class CommunityExamination
{
    public static async Task<IReadOnlyList<Finding>> RunAsync(CopBotDbContext db, CancellationToken cancel)
    {
        var findings = new List<Finding>();
        foreach (var community in await db.Communities.AsNoTracking().OrderBy(c => c.Name).ToListAsync(cancel))
        {
            var about = $"community {community.Name}";
            var coordinators = await db.Members.CountAsync(
                m => m.CommunityId == community.Id && m.LeftAt == null
                    && m.Roles.Any(r => r.Kind == RoleKind.Coordinator && r.To == null),
                cancel);
            var places = await db.Places.CountAsync(p => p.CommunityId == community.Id && p.LeftAt == null, cancel);
            findings.Add(coordinators == 0
                ? Finding.Doubtful(about, "it has no coordinator", "Run “claim”, and send the code to the bot in a direct chat.")
                : places == 0
                ? Finding.Doubtful(about, "no channel belongs to it", "A coordinator invites the bot to one and says “bind” there.")
                : Finding.Sound(about, $"{coordinators} coordinator(s), {places} channel(s)"));
        }

        return findings;
    }
}
