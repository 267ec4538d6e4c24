using CopBot.Domain;
using CopBot.Matching;
using CopBot.Matching.Experts;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Routing;

/// <summary>Collects what is known of everybody who may be asked.</summary>
internal static class Candidates
{
    private const int RecentAnswers = 2000;

    /// <summary>
    /// Ranks them for a question: never the asker, never who was asked already, nobody who can't be reached.
    /// </summary>
    public static async Task<(IReadOnlyList<RankedExpert> Ranked, IReadOnlyDictionary<Guid, Member> Members)> RankAsync(
        Turn turn, Question question, CancellationToken cancel)
    {
        var asked = question.Assignments.Select(a => a.MemberId).ToHashSet();
        var members = await turn.Db.WholeMembers()
            .Where(m => m.CommunityId == turn.Community.Id && m.LeftAt == null && m.ContactStoppedAt == null
                && m.Id != question.AskerId
                && (m.Expertise.Count > 0 || turn.Db.Contributions.Any(c => c.AuthorId == m.Id
                    && c.Kind == ContributionKind.Answer)))
            .ToDictionaryAsync(m => m.Id, cancel);
        var reachable = members.Values
            .Where(m => !asked.Contains(m.Id) && Reach.AccountOf(m, turn.Platforms) is not null).ToList();
        var answers = await AnswersAsync(turn, cancel);
        var loads = await turn.Db.Assignments.Where(a => a.State == AssignmentState.Pending)
            .GroupBy(a => a.MemberId).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var evidence = reachable.Select(m => new ExpertEvidence(
            m.Id,
            [.. m.Expertise.Select(e => e.Topic)],
            answers.TryGetValue(m.Id, out var own) ? own : [],
            loads.GetValueOrDefault(m.Id))).ToList();
        return (ExpertRanking.Rank(question.Text, evidence), members);
    }

    private static async Task<Dictionary<Guid, List<AnsweredQuestion>>> AnswersAsync(
        Turn turn, CancellationToken cancel)
    {
        var rows = await (
            from contribution in turn.Db.Contributions
            join question in turn.Db.Questions on contribution.QuestionId equals question.Id
            where question.CommunityId == turn.Community.Id && contribution.Kind == ContributionKind.Answer
                && contribution.AuthorId != null && contribution.AuthorId != question.AskerId
                && contribution.RemovedAt == null
            orderby contribution.SaidAt descending
            select new { contribution.AuthorId, question.Text, contribution.SaidAt, contribution.HelpedAt })
            .Take(RecentAnswers).AsNoTracking().ToListAsync(cancel);
        return rows.GroupBy(row => row.AuthorId!.Value).ToDictionary(
            group => group.Key,
            group => group.Select(row => new AnsweredQuestion(
                Terms.Of(row.Text).ToHashSet(StringComparer.Ordinal), turn.Now - row.SaidAt, row.HelpedAt is not null))
                .ToList());
    }
}
