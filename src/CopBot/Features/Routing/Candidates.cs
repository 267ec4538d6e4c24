using CopBot.Domain;
using CopBot.Matching;
using CopBot.Matching.Experts;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Routing;

/// <summary>Collects what is known of everybody who may be asked.</summary>
internal static class Candidates
{
    private const int RecentlySaid = 2000;
    private const int RecentlyAsked = 500;
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>
    /// Ranks them for a question: never the asker, never who was asked already, nobody who can't be reached, is away,
    /// or has as many open questions as they want.
    /// </summary>
    public static async Task<Ranking> RankAsync(Turn turn, Question question, CancellationToken cancel)
    {
        var asked = question.Assignments.Select(a => a.MemberId).ToHashSet();
        var members = (await turn.Db.WholeMembers()
            .Where(m => m.CommunityId == turn.Community.Id && m.LeftAt == null && m.ContactStoppedAt == null
                && m.Id != question.AskerId
                && (m.Expertise.Count > 0 || turn.Db.Contributions.Any(c => c.AuthorId == m.Id
                    && c.Kind == ContributionKind.Answer)))
            .ToListAsync(cancel))
            .Where(m => m.Reachable && !asked.Contains(m.Id) && !Availability.IsAway(m, turn.Now)
                && Reach.AccountOf(m, turn) is not null)
            .ToDictionary(m => m.Id);
        await DropCappedAsync(turn, members, cancel);
        var candidates = members.Values
            .Select(m => new ExpertCandidate(m.Id, [.. m.Expertise.Select(e => e.Topic)])).ToList();
        var evidence = await EvidenceAsync(turn, question, cancel);
        var ranked = ExpertRanking.Rank(new(question.Text), candidates, evidence, turn.Now);
        return new([.. ranked.Where(expert => expert.HasEvidence)], members);
    }

    /// <summary>
    /// How much each was asked lately without having answered: halved every thirty questions of the community.
    /// </summary>
    public static async Task<IReadOnlyDictionary<Guid, double>> LoadsAsync(Turn turn, CancellationToken cancel)
    {
        const int remembered = 300;
        const double halfLife = 30;
        var since = turn.Community.Questions - remembered;
        var rows = await (
            from assignment in turn.Db.Assignments
            join question in turn.Db.Questions on assignment.QuestionId equals question.Id
            where question.CommunityId == turn.Community.Id && question.Number > since
                && assignment.State != AssignmentState.Answered
            select new { assignment.MemberId, question.Number }).AsNoTracking().ToListAsync(cancel);
        return rows.GroupBy(row => row.MemberId).ToDictionary(
            group => group.Key,
            group => group.Sum(row => Math.Pow(0.5, (turn.Community.Questions - row.Number) / halfLife)));
    }

    /// <summary>Whether one more open question is within what the member wants in a week.</summary>
    public static async Task<bool> IsBelowCapAsync(Turn turn, Member member, CancellationToken cancel) =>
        await OpenAsks(turn).CountAsync(a => a.MemberId == member.Id, cancel) < member.WeeklyCap;

    private static IQueryable<Assignment> OpenAsks(Turn turn)
    {
        var since = turn.Now - Week;
        return turn.Db.Assignments.Where(a => a.State == AssignmentState.Pending && a.AskedAt > since);
    }

    private static async Task DropCappedAsync(
        Turn turn, Dictionary<Guid, Member> members, CancellationToken cancel)
    {
        var open = await OpenAsks(turn)
            .GroupBy(a => a.MemberId).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancel);

        // Several questions may be put to people in one turn.
        var now = turn.Db.ChangeTracker.Entries<Assignment>()
            .Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity.MemberId).ToList();
        var full = members.Where(pair => open.GetValueOrDefault(pair.Key) + now.Count(id => id == pair.Key)
            >= pair.Value.WeeklyCap).Select(pair => pair.Key).ToList();
        foreach (var id in full)
        {
            members.Remove(id);
        }
    }

    /// <summary>What was said lately: answers tell who knows, everything tells who is there.</summary>
    private static async Task<ExpertEvidence> EvidenceAsync(Turn turn, Question asked, CancellationToken cancel)
    {
        var rows = await (
            from contribution in turn.Db.Contributions
            join question in turn.Db.Questions on contribution.QuestionId equals question.Id
            where contribution.CommunityId == turn.Community.Id && question.Id != asked.Id
                && contribution.AuthorId != null && contribution.RemovedAt == null
            orderby contribution.SaidAt descending
            select new
            {
                contribution.AuthorId,
                contribution.Kind,
                contribution.Text,
                contribution.SaidAt,
                question.AskerId,
                question.Anonymous,
                Question = question.Text,
            })
            .Take(RecentlySaid).AsNoTracking().ToListAsync(cancel);
        var evidence = ExpertEvidence.Of(Terms.Of, rows
            .Where(row => row.Kind == ContributionKind.Answer && row.AuthorId != row.AskerId)
            .Select(row => new AnswerRecord(row.AuthorId!.Value, new(row.Question), row.Text, row.SaidAt)));

        // Who asks anonymously leaves no trace, not even of having been there.
        foreach (var row in rows.Where(row => !(row.Anonymous && row.AuthorId == row.AskerId)))
        {
            evidence.AddPresence(row.AuthorId!.Value, row.SaidAt);
        }

        var asking = await turn.Db.Questions
            .Where(q => q.CommunityId == turn.Community.Id && q.Id != asked.Id && q.AskerId != null && !q.Anonymous)
            .OrderByDescending(q => q.Number).Take(RecentlyAsked).Select(q => new { q.AskerId, q.AskedAt })
            .AsNoTracking().ToListAsync(cancel);
        foreach (var row in asking) evidence.AddPresence(row.AskerId!.Value, row.AskedAt);
        return evidence;
    }
}

/// <summary>Who knows, best first, and who they are.</summary>
internal sealed record Ranking(IReadOnlyList<RankedExpert> Ranked, IReadOnlyDictionary<Guid, Member> Members);
