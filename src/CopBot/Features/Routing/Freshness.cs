using CopBot.Domain;
using CopBot.Matching.Experts;
using CopBot.Pipeline;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Routing;

/// <summary>What was said lately: answers tell who is at it, everything tells who is there.</summary>
internal static class Freshness
{
    /// <summary>An answer so many answers ago counts a hundredth of the last one.</summary>
    private const int RecentlySaid = 1000;

    private const int RecentlyAsked = 250;

    /// <remarks>
    /// The latest first, and only then the rest: any more conditions, and an engine may read everything and sort it.
    /// </remarks>
    private static readonly CompiledQuery<Func<CopBotDbContext, Guid, Guid, IAsyncEnumerable<Said>>> LatelySaid = new(
        () => EF.CompileAsyncQuery((CopBotDbContext db, Guid community, Guid asked) =>
            from contribution in db.Contributions.Where(c => c.CommunityId == community)
                .OrderByDescending(c => c.SaidAt).Take(RecentlySaid)
            join question in db.Questions on contribution.QuestionId equals question.Id
            where question.Id != asked && contribution.AuthorId != null && contribution.RemovedAt == null
            orderby contribution.SaidAt descending
            select new Said(
                contribution.AuthorId!.Value, contribution.Kind, contribution.SaidAt, question.AskerId,
                question.Anonymous)));

    private static readonly CompiledQuery<Func<CopBotDbContext, Guid, IAsyncEnumerable<Asked>>> LatelyAsked = new(
        () => EF.CompileAsyncQuery((CopBotDbContext db, Guid community) =>
            db.Questions.Where(q => q.CommunityId == community).OrderByDescending(q => q.Number).Take(RecentlyAsked)
                .Select(q => new Asked(q.Number, q.AskerId, q.AskedAt, q.Anonymous))));

    public static async Task<MemberLedger> OfAsync(
        Turn turn, Question asked, IReadOnlyList<AnswerFit> fits, CancellationToken cancel)
    {
        var ledger = new MemberLedger();
        var said = await LatelySaid.On(turn.Db)(turn.Db, turn.Community.Id, asked.Id).ToListAsync(cancel);
        foreach (var row in said.AsEnumerable().Reverse())
        {
            if (row.Kind == ContributionKind.Answer && row.AuthorId != row.AskerId)
            {
                ledger.AddAnswer(row.AuthorId, [], row.SaidAt);
            }

            // Who asks anonymously leaves no trace, not even of having been there.
            else if (!(row.Anonymous && row.AuthorId == row.AskerId))
            {
                ledger.AddPresence(row.AuthorId, row.SaidAt);
            }
        }

        foreach (var fit in fits) ledger.AddPresence(fit.MemberId, fit.At);
        await foreach (var row in LatelyAsked.On(turn.Db)(turn.Db, turn.Community.Id).WithCancellation(cancel))
        {
            if (row.Number == asked.Number || row is not { AskerId: { } asker, Anonymous: false }) continue;
            ledger.AddPresence(asker, row.AskedAt);
        }

        return ledger;
    }

    private sealed record Said(
        Guid AuthorId, ContributionKind Kind, DateTimeOffset SaidAt, Guid? AskerId, bool Anonymous);

    private sealed record Asked(int Number, Guid? AskerId, DateTimeOffset AskedAt, bool Anonymous);
}
