using CopBot.Domain;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Host.Pages;

/// <summary>What a coordinator sees first.</summary>
/// <param name="Members">Everybody who belongs to the community.</param>
/// <param name="Unanswered">Questions that wait, the oldest first; of private ones only that they exist.</param>
/// <param name="InReview">Notes that wait for a coordinator.</param>
internal sealed record OverviewData(
    IReadOnlyList<OverviewMember> Members, IReadOnlyList<OverviewQuestion> Unanswered,
        IReadOnlyList<OverviewNote> InReview)
{
    private const int Most = 100;

    public static async Task<OverviewData> ReadAsync(CopBotDbContext db, Community community, CancellationToken cancel)
    {
        var waiting = await db.Questions.AsNoTracking()
            .Where(q => q.CommunityId == community.Id && q.State == QuestionState.Open
                && !q.Contributions.Any(c => c.Kind == ContributionKind.Answer && c.RemovedAt == null))
            .OrderBy(q => q.AskedAt).Take(Most)
            .Select(q => new { q.Number, q.AskedAt, q.Text, q.Private }).ToListAsync(cancel);
        var members = await db.Members.AsNoTracking().Where(m => m.CommunityId == community.Id && m.LeftAt == null)
            .OrderBy(m => m.Name).Take(Most)
            .Select(m => new
            {
                m.Name,
                m.Organisation,
                m.Country,
                Roles = m.Roles.Where(r => r.To == null).Select(r => r.Kind).ToList(),
            })
            .ToListAsync(cancel);
        var notes = await db.Notes.AsNoTracking()
            .Where(n => n.CommunityId == community.Id && n.State == NoteState.InReview)
            .OrderBy(n => n.Number).Take(Most).Select(n => new OverviewNote(n.Number, n.Title)).ToListAsync(cancel);
        return new(
            [.. members.Select(m => new OverviewMember(m.Name, m.Organisation, m.Country, m.Roles))],
            [.. waiting.Select(q => new OverviewQuestion(q.Number, q.AskedAt, q.Private ? null : q.Text))], notes);
    }
}

internal sealed record OverviewMember(string Name, string? Organisation, string? Country,
    IReadOnlyList<RoleKind> Roles);

/// <param name="Text">Null for what was asked in private.</param>
internal sealed record OverviewQuestion(int Number, DateTimeOffset AskedAt, string? Text);

internal sealed record OverviewNote(int Number, string Title);
