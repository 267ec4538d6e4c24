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

        foreach (var digest in await db.Digests
            .Where(d => d.Words != null && d.Words.Contains(mention)).ToListAsync(cancel))
        {
            digest.Touch();
            digest.Words = digest.Words!.Replace(mention, Nobody, StringComparison.Ordinal);
        }

        foreach (var story in await db.Stories.Where(s => s.Did.Contains(mention) || s.Changed.Contains(mention)
            || s.Evidence.Contains(mention)).ToListAsync(cancel))
        {
            story.Touch();
            story.Did = story.Did.Replace(mention, Nobody, StringComparison.Ordinal);
            story.Changed = story.Changed.Replace(mention, Nobody, StringComparison.Ordinal);
            story.Evidence = story.Evidence.Replace(mention, Nobody, StringComparison.Ordinal);
        }
    }
}
