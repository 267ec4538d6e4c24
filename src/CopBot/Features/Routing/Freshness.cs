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

        // The latest first, and only then the rest: any more conditions, and an engine may read everything and sort it.
        var latest = turn.Db.Contributions.Where(c => c.CommunityId == turn.Community.Id)
            .OrderByDescending(c => c.SaidAt).Take(RecentlySaid);
        var rows = await (
            from contribution in latest
            join question in turn.Db.Questions on contribution.QuestionId equals question.Id
            where question.Id != asked.Id && contribution.AuthorId != null && contribution.RemovedAt == null
            orderby contribution.SaidAt descending
            select new
            {
                contribution.AuthorId,
                contribution.Kind,
                contribution.SaidAt,
                question.AskerId,
                question.Anonymous,
            })
            .AsNoTracking().ToListAsync(cancel);
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
        var asking = await turn.Db.Questions.Where(q => q.CommunityId == turn.Community.Id)
            .OrderByDescending(q => q.Number).Take(RecentlyAsked)
            .Select(q => new { q.Number, q.AskerId, q.AskedAt, q.Anonymous }).AsNoTracking().ToListAsync(cancel);
        var others = asking.Where(row => row.Number != asked.Number && row is { AskerId: not null, Anonymous: false });
        foreach (var row in others)
        {
            ledger.AddPresence(row.AskerId!.Value, row.AskedAt);
        }

        return ledger;
    }
}
