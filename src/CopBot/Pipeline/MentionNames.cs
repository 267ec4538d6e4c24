using CopBot.Chat;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Pipeline;

/// <summary>
/// Puts names in place of accounts: an adapter that is told only the id of somebody mentioned writes <c>@id</c>, which
/// says nothing to readers elsewhere. Whoever is no member stays unnamed.
/// </summary>
internal static class MentionNames
{
    public static async Task<MessageReceived> NameAsync(
        CopBotDbContext db, MessageReceived message, CancellationToken cancel) =>
        message with { Text = await NameAsync(db, message.Text, message.Mentions, cancel) };

    public static async Task<string> NameAsync(
        CopBotDbContext db, string text, IReadOnlyList<AccountRef> mentions, CancellationToken cancel)
    {
        foreach (var account in mentions.Where(a => text.Contains($"@{a.Id}", StringComparison.Ordinal)))
        {
            var name = await db.Members.Where(m => m.LeftAt == null && m.Identities.Any(
                    i => i.Connection == account.Connection && i.AccountId == account.Id))
                .Select(m => m.Name).FirstOrDefaultAsync(cancel);
            text = text.Replace($"@{account.Id}", name is null ? "@…" : $"@{name}", StringComparison.Ordinal);
        }

        return text;
    }
}
