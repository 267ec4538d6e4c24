using CopBot.Domain;
using CopBot.Matching;
using CopBot.Pipeline;
using CopBot.Storage;
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

    private static readonly CompiledQuery<Func<CopBotDbContext, Guid, Guid, IAsyncEnumerable<Sketched>>> Open = new(
        () => EF.CompileAsyncQuery((CopBotDbContext db, Guid community, Guid me) => db.Questions.AsNoTracking()
            .Where(q => q.CommunityId == community && q.State == QuestionState.Open
                && (!q.Private || q.ChannelsAllowed) && q.SameAs == null && q.AskerId != null && q.AskerId != me)
            .OrderByDescending(q => q.Number).Take(Recent).Select(q => new Sketched(q.Number, q.Sketch))));

    /// <summary>The open question that says the same, if everybody may read it; null if there is none.</summary>
    public static async Task<Question?> FindAsync(Turn turn, string text, CancellationToken cancel)
    {
        var asked = new AlikeTo(text);
        if (asked.TermCount < FewestTerms) return null;
        var possible = new List<int>();
        await foreach (var open in Open.On(turn.Db)(turn.Db, turn.Community.Id, turn.Me.Member.Id).WithCancellation(cancel))
        {
            if (open.Sketch is not { } sketch || asked.AtMost(sketch) >= Same) possible.Add(open.Number);
        }

        if (possible.Count == 0) return null;
        var texts = await turn.Db.Questions.AsNoTracking()
            .Where(q => q.CommunityId == turn.Community.Id && possible.Contains(q.Number))
            .OrderByDescending(q => q.Number).Select(q => new Asked(q.Number, q.Text)).ToListAsync(cancel);
        var alike = texts.Select(question => (question.Number, Likeness: asked.LikenessOf(question.Text)))
            .Where(pair => pair.Likeness >= Same)
            .OrderByDescending(pair => pair.Likeness);
        foreach (var (number, _) in alike)
        {
            var found = await turn.Db.FindHandleAsync(turn.Community.Id, number, cancel);
            if (found is { IsWaiting: true }) return found;
        }

        return null;
    }

    private sealed record Sketched(int Number, long? Sketch);

    private sealed record Asked(int Number, string Text);
}
