using CopBot.Domain;
using CopBot.Matching.Experts;
using CopBot.Pipeline;
using CopBot.Pipeline.Knowing;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Routing;

/// <summary>Who knows, and who of them may be asked.</summary>
internal static class Candidates
{
    /// <summary>So many are read at once, the best first.</summary>
    private const int AtOnce = 25;

    /// <summary>So many who may be asked now are enough to choose among.</summary>
    private const int Enough = 20;

    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>
    /// Ranks them for a question: never the asker, never who was asked already, nobody who can't be reached, is away,
    /// or has as many open questions as they want.
    /// </summary>
    public static async Task<Ranking> RankAsync(Turn turn, Question question, CancellationToken cancel)
    {
        var asked = new AskedQuestion(
            question.Text, Language: KnownTexts.LanguageOf(turn.Community, null, question.Text))
        {
            Equivalents = await GlossaryTerms.EquivalentsAsync(turn, question.Text, cancel),
        };
        var found = await turn.Knowing.ExpertsAsync(turn.Db, turn.Community, asked, question, cancel);
        var excluded = question.Assignments.Select(a => (Guid?)a.MemberId).Append(question.AskerId).ToHashSet();
        var declared = found.Declared.ToDictionary(one => one.MemberId);
        var candidates = found.Answers.Select(fit => fit.MemberId).Concat(declared.Keys).Distinct()
            .Where(id => !excluded.Contains(id)).Select(id => declared.GetValueOrDefault(id) ?? new(id, [])).ToList();
        var ledger = await Freshness.OfAsync(turn, question, found.Answers, cancel);
        var ranked = ExpertRanking.Rank(asked, candidates, found.Answers, ledger, turn.Now);
        return await MayBeAskedAsync(turn, [.. ranked.Where(expert => expert.HasEvidence)], cancel);
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

    /// <summary>Reads the best, and the next best, until there are enough.</summary>
    private static async Task<Ranking> MayBeAskedAsync(
        Turn turn, IReadOnlyList<RankedExpert> ranked, CancellationToken cancel)
    {
        var (kept, members, now) = (new List<RankedExpert>(), new Dictionary<Guid, Member>(), 0);
        foreach (var portion in ranked.Chunk(AtOnce))
        {
            var ids = portion.Select(expert => expert.MemberId).ToList();

            // By their ids alone: asked for the community too, SQLite looks through all its members.
            var read = (await turn.Db.WholeMembers().Where(m => ids.Contains(m.Id)).ToListAsync(cancel))
                .Where(m => m.CommunityId == turn.Community.Id && m.Reachable && !Availability.IsAway(m, turn.Now)
                    && Reach.AccountOf(m, turn) is not null)
                .ToDictionary(m => m.Id);
            await DropCappedAsync(turn, read, cancel);
            foreach (var expert in portion.Where(expert => read.ContainsKey(expert.MemberId)))
            {
                var member = read[expert.MemberId];
                kept.Add(expert);
                members[member.Id] = member;
                if (Availability.MayBeAsked(member, turn.Now, turn.Community.TimeZone)) now++;
            }

            if (now >= Enough) break;
        }

        return new(kept, members);
    }

    private static async Task DropCappedAsync(
        Turn turn, Dictionary<Guid, Member> members, CancellationToken cancel)
    {
        var ids = members.Keys.ToList();
        var open = await OpenAsks(turn).Where(a => ids.Contains(a.MemberId))
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
}

/// <summary>Who knows, best first, and who they are.</summary>
internal sealed record Ranking(IReadOnlyList<RankedExpert> Ranked, IReadOnlyDictionary<Guid, Member> Members);
