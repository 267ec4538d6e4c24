using CopBot.Domain;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Host.Pages;

/// <summary>What a coordinator sees first.</summary>
/// <param name="Members">How many belong to the community.</param>
/// <param name="Waiting">How many questions wait.</param>
/// <param name="Unanswered">Those that have waited longest; of private ones only that they exist.</param>
/// <param name="InReview">How many notes wait for a coordinator.</param>
internal sealed record OverviewData(int Members, int Waiting, IReadOnlyList<OverviewQuestion> Unanswered, int InReview)
{
    private const int Most = 100;

    public static async Task<OverviewData> ReadAsync(CopBotDbContext db, Community community, CancellationToken cancel)
    {
        var waiting = db.Questions.AsNoTracking()
            .Where(q => q.CommunityId == community.Id && q.State == QuestionState.Open
                && !q.Contributions.Any(c => c.Kind == ContributionKind.Answer && c.RemovedAt == null));
        var longest = await waiting.OrderBy(q => q.AskedAt).Take(Most)
            .Select(q => new { q.Number, q.AskedAt, q.Text, q.Private }).ToListAsync(cancel);
        return new(
            await db.Members.CountAsync(m => m.CommunityId == community.Id && m.LeftAt == null, cancel),
            await waiting.CountAsync(cancel),
            [.. longest.Select(q => new OverviewQuestion(q.Number, q.AskedAt, q.Private ? null : q.Text))],
            await db.Notes.CountAsync(
                n => n.CommunityId == community.Id
                    && (n.State == NoteState.InReview || n.State == NoteState.DueForReview),
                cancel));
    }
}

/// <param name="Number">Its number in the community.</param>
/// <param name="AskedAt">When it was asked.</param>
/// <param name="Text">Null for what was asked in private.</param>
internal sealed record OverviewQuestion(int Number, DateTimeOffset AskedAt, string? Text);
