using CopBot.Domain;
using CopBot.Pipeline;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Host.Pages;

/// <summary>
/// What the bot gave up on that belongs to one community: in its places and chats, of its timers, to its readers. What
/// it says is nobody's business here.
/// </summary>
internal static class OwnDeadLetters
{
    private const int Most = 100;

    /// <param name="db">The database.</param>
    /// <param name="platforms">Which connection belongs to no community: the one by which mail goes out.</param>
    /// <param name="community">Whose.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<ListData> ReadAsync(
        CopBotDbContext db, Platforms platforms, Community community, CancellationToken cancel)
    {
        var connections = await db.Connections.Where(c => c.CommunityId == community.Id && c.Name != platforms.Mail)
            .Select(c => c.Name).ToListAsync(cancel);
        var readers = await db.Members.Where(m => m.CommunityId == community.Id)
            .Select(m => new { m.DigestAddress, m.UnprovedAddress }).ToListAsync(cancel);
        var addresses = readers.SelectMany(one => new[] { one.DigestAddress, one.UnprovedAddress }).OfType<string>()
            .Select(address => $"{platforms.Mail}:direct:{address}").ToHashSet(StringComparer.Ordinal);
        var letters = (await DeadLetter.AllAsync(db, cancel)).Where(letter =>
            connections.Exists(name => letter.Lane.Contains($"{name}:", StringComparison.Ordinal))
            || addresses.Contains(letter.Lane)
            || letter.Content?.Contains($"{community.Id:D}", StringComparison.Ordinal) == true).ToList();
        return new(
            [
                .. letters.Take(Most).Select(letter => new ListItem(
                    $"{letter.Name} · {letter.Since:yyyy-MM-dd HH:mm} UTC · {letter.Attempts}×", letter.Why)
                {
                    Letter = letter.Name,
                }),
            ],
            Math.Max(0, letters.Count - Most));
    }
}
