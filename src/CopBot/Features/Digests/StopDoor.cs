using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Digests;

/// <summary>Stops the digest to the address that the link came with.</summary>
internal sealed class StopDoor(IStore store)
{
    /// <returns>Whether the link was of an address that got the digest; pressed again, it finds none.</returns>
    public async Task<bool> StopAsync(string token, CancellationToken cancel)
    {
        // Anybody can post anything here: only a link that is right takes the writer's time.
        if (await FindAsync(token, cancel) is not { } found) return false;
        return await store.WriteAsync(
            async (db, stop) =>
            {
                var member = await db.Members.SingleOrDefaultAsync(
                    m => m.Id == found.Member && m.DigestAddress == found.Address, stop);
                if (member is null) return false;
                await Following.StopAsync(db, member, stop);
                await db.SaveChangesAsync(stop);
                return true;
            },
            cancel);
    }

    private async Task<(Guid Member, string Address)?> FindAsync(string token, CancellationToken cancel)
    {
        await using var db = await store.OpenAsync(cancel);
        var keys = await db.Communities.AsNoTracking().ToDictionaryAsync(c => c.Id, c => c.LogKey, cancel);
        var readers = await db.Members.AsNoTracking().Where(m => m.DigestAddress != null)
            .Select(m => new { m.Id, m.CommunityId, m.DigestAddress }).ToListAsync(cancel);
        var found = readers.Find(one => StopLink.IsOf(keys[one.CommunityId], one.DigestAddress!, token));
        return found is null ? null : (found.Id, found.DigestAddress!);
    }
}
