using CopBot.Domain;
using CopBot.Matching.Experts;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Routing;

/// <summary>What was said lately: answers tell who is at it, everything tells who is there.</summary>
internal static class Freshness
{
    /// <summary>An answer so many answers ago counts a hundredth of the last one.</summary>
    private const int RecentlySaid = 1000;

    private const int RecentlyAsked = 250;

    public static async Task<MemberLedger> OfAsync(
        Turn turn, Question asked, IReadOnlyList<AnswerFit> fits, CancellationToken cancel)
    {
        var ledger = new MemberLedger();
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
                contribution.SaidAt,
                question.AskerId,
                question.Anonymous,
            })
            .Take(RecentlySaid).AsNoTracking().ToListAsync(cancel);
        foreach (var row in rows.AsEnumerable().Reverse())
        {
            if (row.Kind == ContributionKind.Answer && row.AuthorId != row.AskerId)
            {
                ledger.AddAnswer(row.AuthorId!.Value, [], row.SaidAt);
            }

            // Who asks anonymously leaves no trace, not even of having been there.
            else if (!(row.Anonymous && row.AuthorId == row.AskerId))
            {
                ledger.AddPresence(row.AuthorId!.Value, row.SaidAt);
            }
        }

        foreach (var fit in fits) ledger.AddPresence(fit.MemberId, fit.At);
        var asking = await turn.Db.Questions
            .Where(q => q.CommunityId == turn.Community.Id && q.Id != asked.Id && q.AskerId != null && !q.Anonymous)
            .OrderByDescending(q => q.Number).Take(RecentlyAsked).Select(q => new { q.AskerId, q.AskedAt })
            .AsNoTracking().ToListAsync(cancel);
        foreach (var row in asking) ledger.AddPresence(row.AskerId!.Value, row.AskedAt);
        return ledger;
    }
}
