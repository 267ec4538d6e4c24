using CopBot.Domain;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Membership;

/// <summary>Who joined, to be greeted.</summary>
internal static class NewcomersInDigest
{
    private const int Most = 12;

    private static readonly Phrase Title = new("New here", "Bienvenue à");

    public static DigestSection Section { get; } = new(50, WriteAsync);

    private static async Task<DigestPart?> WriteAsync(
        Turn turn, Period period, Language language, CancellationToken cancel)
    {
        var joined = await turn.Db.Members.AsNoTracking()
            .Where(m => m.CommunityId == turn.Community.Id && m.LeftAt == null
                && m.JoinedAt >= period.From && m.JoinedAt < period.To)
            .OrderBy(m => m.JoinedAt).Take(Most).ToListAsync(cancel);
        return joined.Count == 0
            ? null
            : new DigestPart(Title.In(language), [.. joined.Select(m => new DigestItem(
                $"{m.Id:N}", m.Name + Naming.Background(m)))]);
    }
}
