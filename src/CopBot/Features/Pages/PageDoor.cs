using System.Security.Cryptography;
using System.Text;
using CopBot.Chat;
using CopBot.Domain;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Pages;

/// <summary>Who is signed in.</summary>
/// <param name="Member">A coordinator, now.</param>
/// <param name="Community">Of this community.</param>
internal sealed record PageVisitor(Member Member, Community Community);

/// <summary>
/// Lets coordinators in: by a link that works once, then by a cookie. Both are of the security clock, which nothing can
/// set; neither can be read from the database; whoever coordinates no more is out at once.
/// </summary>
internal sealed class PageDoor(IStore store, SecurityClock clock, TimeProvider time)
{
    public static readonly TimeSpan SessionLife = TimeSpan.FromHours(8);

    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>Spends a link.</summary>
    /// <returns>What the browser is to hold; null if the link opens nothing (any more).</returns>
    public async Task<string?> EnterAsync(string token, CancellationToken cancel)
    {
        var (hash, now, cookie) =
            (HashOf(token), clock.Time.GetUtcNow(), RandomNumberGenerator.GetHexString(64, lowercase: true));
        var entered = await store.WriteAsync(
            async (db, stop) =>
            {
                var code = await db.Codes.AsNoTracking().FirstOrDefaultAsync(c =>
                    c.Hash == hash && c.Purpose == CodePurpose.SignIn, stop);

                // Pressed twice at once, one of the two deletes nothing.
                if (code is null) return false;
                if (await db.Codes.Where(c => c.Id == code.Id).ExecuteDeleteAsync(stop) == 0) return false;
                db.PageSessions.RemoveRange(await db.PageSessions.Where(s => s.ExpiresAt < now).ToListAsync(stop));
                var open = code.ExpiresAt >= now && code.MemberId is { } id
                    && await CoordinatorAsync(db, id, stop) is not null;
                if (open)
                {
                    db.PageSessions.Add(new PageSession
                    {
                        Id = Guid.CreateVersion7(now), MemberId = code.MemberId!.Value, Hash = HashOf(cookie),
                        ExpiresAt = now + SessionLife,
                    });
                }

                await db.SaveChangesAsync(stop);
                return open;
            },
            cancel);
        return entered ? cookie : null;
    }

    /// <returns>Who holds a cookie; null if it opens nothing.</returns>
    public async Task<PageVisitor?> RecogniseAsync(CopBotDbContext db, string? cookie, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(cookie)) return null;
        var (hash, now) = (HashOf(cookie), clock.Time.GetUtcNow());
        var session = await db.PageSessions.AsNoTracking().FirstOrDefaultAsync(s => s.Hash == hash, cancel);
        if (session is null || session.ExpiresAt < now) return null;
        if (await CoordinatorAsync(db, session.MemberId, cancel) is not { } member) return null;
        return new(member, await db.Communities.AsNoTracking().SingleAsync(c => c.Id == member.CommunityId, cancel));
    }

    /// <summary>The cookie opens nothing from now on.</summary>
    public async Task LeaveAsync(string cookie, CancellationToken cancel)
    {
        var hash = HashOf(cookie);
        await store.ChangeAsync(
            (db, stop) => db.PageSessions.Where(s => s.Hash == hash).ExecuteDeleteAsync(stop), cancel);
    }

    private async Task<Member?> CoordinatorAsync(CopBotDbContext db, Guid id, CancellationToken cancel)
    {
        var member = await db.WholeMembers().AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, cancel);
        return member is { LeftAt: null } && member.Is(RoleKind.Coordinator, time.GetUtcNow()) ? member : null;
    }
}
