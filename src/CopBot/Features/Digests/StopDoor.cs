using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Digests;

/// <summary>Stops the digest for whoever holds the link that came with it.</summary>
internal sealed class StopDoor(IStore store)
{
    /// <returns>Whether the link is right; pressed twice, it stops once and is right both times.</returns>
    public async Task<bool> StopAsync(string member, string signature, CancellationToken cancel)
    {
        if (!Guid.TryParseExact(member, "N", out var id)) return false;
        return await store.WriteAsync(
            async (db, stop) =>
            {
                var reader = await db.Members.FirstOrDefaultAsync(m => m.Id == id, stop);
                if (reader is null) return false;
                var community = await db.Communities.AsNoTracking().SingleAsync(c => c.Id == reader.CommunityId, stop);
                if (!StopLink.IsRight(community, id, signature)) return false;
                Following.Stop(reader);
                await db.SaveChangesAsync(stop);
                return true;
            },
            cancel);
    }
}
