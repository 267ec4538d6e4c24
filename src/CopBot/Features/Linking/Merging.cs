using CopBot.Domain;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Linking;

/// <summary>Moves everything of one member to another. Both pseudonyms go on to mean the one person.</summary>
internal static class Merging
{
    public static async Task MergeAsync(CopBotDbContext db, Member stays, Member goes, CancellationToken cancel)
    {
        stays.Touch();
        foreach (var identity in goes.Identities.ToList()) identity.MemberId = stays.Id;
        foreach (var role in goes.Roles.ToList()) role.MemberId = stays.Id;
        foreach (var consent in goes.Consents.ToList()) consent.MemberId = stays.Id;
        foreach (var expertise in goes.Expertise.ToList()) expertise.MemberId = stays.Id;
        stays.Organisation ??= goes.Organisation;
        stays.Country ??= goes.Country;
        stays.ContactStoppedAt ??= goes.ContactStoppedAt;
        stays.DigestBy |= goes.DigestBy;
        stays.DigestAddress ??= goes.DigestAddress;
        stays.AwayUntil ??= goes.AwayUntil;
        stays.WeeklyCap = Math.Min(stays.WeeklyCap, goes.WeeklyCap);
        if (stays.QuietFrom is null) (stays.QuietFrom, stays.QuietTo) = (goes.QuietFrom, goes.QuietTo);
        foreach (var name in await db.Pseudonyms.Where(p => p.MemberId == goes.Id).ToListAsync(cancel))
        {
            name.MemberId = stays.Id;
        }

        await QuestionsAsync(db, stays, goes, cancel);
        foreach (var story in await db.Stories
            .Where(s => s.MemberId == goes.Id || s.ConfirmerId == goes.Id).ToListAsync(cancel))
        {
            if (story.MemberId == goes.Id) story.MemberId = stays.Id;
            if (story.ConfirmerId == goes.Id) story.ConfirmerId = stays.Id;
        }

        foreach (var digest in await db.Digests
            .Where(d => d.AskedById == goes.Id || d.DecidedById == goes.Id).ToListAsync(cancel))
        {
            digest.Touch();
            if (digest.AskedById == goes.Id) digest.AskedById = stays.Id;
            if (digest.DecidedById == goes.Id) digest.DecidedById = stays.Id;
        }

        foreach (var draft in await db.Drafts.Where(d => d.MemberId == goes.Id).ToListAsync(cancel))
        {
            draft.MemberId = stays.Id;
        }

        foreach (var request in await db.WritingRequests.Where(r => r.MemberId == goes.Id).ToListAsync(cancel))
        {
            request.MemberId = stays.Id;
        }

        foreach (var note in await db.Notes.Where(n => n.AuthorId == goes.Id).ToListAsync(cancel))
        {
            note.AuthorId = stays.Id;
        }

        foreach (var code in await db.Codes.Where(c => c.MemberId == goes.Id).ToListAsync(cancel))
        {
            db.Codes.Remove(code);
        }
        goes.LeftAt = stays.JoinedAt;
        db.ChangeTracker.DetectChanges();
        db.Members.Remove(goes);
    }

    private static async Task QuestionsAsync(CopBotDbContext db, Member stays, Member goes, CancellationToken cancel)
    {
        var questions = await db.WholeQuestions()
            .Where(q => q.AskerId == goes.Id || q.Assignments.Any(a => a.MemberId == goes.Id)
                || q.Threads.Any(t => t.MemberId == goes.Id) || q.Contributions.Any(c => c.AuthorId == goes.Id))
            .ToListAsync(cancel);
        foreach (var question in questions)
        {
            question.Touch();
            if (question.AskerId == goes.Id) question.AskerId = stays.Id;
            foreach (var thread in question.Threads.Where(t => t.MemberId == goes.Id)) thread.MemberId = stays.Id;
            foreach (var own in question.Contributions.Where(c => c.AuthorId == goes.Id)) own.AuthorId = stays.Id;
            foreach (var assignment in question.Assignments.Where(a => a.MemberId == goes.Id).ToList())
            {
                // One person is asked once: an assignment that both accounts had is one.
                if (question.Assignments.Exists(a => a.MemberId == stays.Id)) db.Assignments.Remove(assignment);
                else assignment.MemberId = stays.Id;
            }

            // Nobody is asked their own question.
            if (question.AskerId == stays.Id)
            {
                db.Assignments.RemoveRange(question.Assignments.Where(a => a.MemberId == stays.Id));
            }
        }
    }
}
