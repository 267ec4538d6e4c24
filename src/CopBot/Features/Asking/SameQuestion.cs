using CopBot.Domain;
using CopBot.Matching;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Asking;

/// <summary>
/// The same is being asked right now by somebody else: following it spares everybody the second round.
/// </summary>
internal static class SameQuestion
{
    private const int Recent = 200;
    private const double Same = 0.8;
    private const int FewestTerms = 3;

    /// <summary>The open question that says the same, if everybody may read it; null if there is none.</summary>
    public static async Task<Question?> FindAsync(Turn turn, string text, CancellationToken cancel)
    {
        var asked = new AlikeTo(text);
        if (asked.TermCount < FewestTerms) return null;
        var me = turn.Me.Member.Id;
        var open = await turn.Db.Questions.AsNoTracking()
            .Where(q => q.CommunityId == turn.Community.Id && q.State == QuestionState.Open
                && (!q.Private || q.ChannelsAllowed) && q.SameAs == null && q.AskerId != null && q.AskerId != me)
            .OrderByDescending(q => q.Number).Take(Recent).Select(q => new { q.Number, q.Text }).ToListAsync(cancel);
        var alike = open.Select(question => (question.Number, Likeness: asked.LikenessOf(question.Text)))
            .Where(pair => pair.Likeness >= Same)
            .OrderByDescending(pair => pair.Likeness);
        foreach (var (number, _) in alike)
        {
            var found = await turn.Db.FindHandleAsync(turn.Community.Id, number, cancel);
            if (found is { IsWaiting: true }) return found;
        }

        return null;
    }
}
