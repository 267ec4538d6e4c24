using CopBot.Domain;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Membership;

/// <summary>Where others mentioned the person, the bot itself had written the name: it takes it out again.</summary>
internal static class ErasedMentions
{
    private const string Nobody = "@…";

    public static async Task EraseAsync(CopBotDbContext db, Member member, CancellationToken cancel)
    {
        var mention = $"@{member.Name}";
        foreach (var question in await db.Questions.Where(q => q.Text.Contains(mention)).ToListAsync(cancel))
        {
            question.Text = question.Text.Replace(mention, Nobody, StringComparison.Ordinal);
        }

        foreach (var said in await db.Contributions.Where(c => c.Text.Contains(mention)).ToListAsync(cancel))
        {
            said.Text = said.Text.Replace(mention, Nobody, StringComparison.Ordinal);
        }
    }
}
