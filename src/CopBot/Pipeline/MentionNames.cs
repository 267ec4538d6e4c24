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
            var name = await (
                from identity in db.Identities
                join member in db.Members on identity.MemberId equals member.Id
                where identity.Connection == account.Connection && identity.AccountId == account.Id
                    && member.LeftAt == null
                select member.Name).FirstOrDefaultAsync(cancel);
            text = text.Replace($"@{account.Id}", name is null ? "@…" : $"@{name}", StringComparison.Ordinal);
        }

        return text;
    }
}
