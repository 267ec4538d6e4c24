using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Digests;

/// <summary>Stops the digest to the address that the link came with.</summary>
internal sealed class StopDoor(IStore store)
{
    /// <returns>Whether the link was of an address that got the digest; pressed again, it finds none.</returns>
    public Task<bool> StopAsync(string token, CancellationToken cancel) => store.WriteAsync(
        async (db, stop) =>
        {
            var keys = await db.Communities.AsNoTracking().Select(c => new { c.Id, c.LogKey }).ToListAsync(stop);
            var addresses = await db.Members.AsNoTracking().Where(m => m.DigestAddress != null)
                .Select(m => new { m.Id, m.CommunityId, m.DigestAddress }).ToListAsync(stop);
            var found = addresses.Find(one => StopLink.IsOf(
                keys.Find(community => community.Id == one.CommunityId)!.LogKey, one.DigestAddress!, token));
            if (found is null) return false;
            await Following.StopAsync(db, await db.Members.SingleAsync(m => m.Id == found.Id, stop), stop);
            await db.SaveChangesAsync(stop);
            return true;
        },
        cancel);
}
