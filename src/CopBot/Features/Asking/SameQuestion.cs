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

    private static readonly CompiledQuery<
        Func<CopBotDbContext, Guid, int, CancellationToken, Task<string?>>> TextOf = new(
        () => EF.CompileAsyncQuery((CopBotDbContext db, Guid community, int number, CancellationToken _) =>
            db.Questions.Where(q => q.CommunityId == community && q.Number == number).Select(q => q.Text)
                .FirstOrDefault()));

    /// <summary>The open question that says the same, if everybody may read it; null if there is none.</summary>
    public static async Task<Question?> FindAsync(Turn turn, string text, CancellationToken cancel)
    {
        var asked = Terms.Of(text).ToHashSet(StringComparer.Ordinal);
        if (asked.Count < FewestTerms) return null;
        var possible = new List<int>();
        var recent = Open.On(turn.Db)(turn.Db, turn.Community.Id, turn.Me.Member.Id);
        await foreach (var open in recent.WithCancellation(cancel))
        {
            if (open.Sketch is not { } sketch || TermSketch.AtMost(asked, sketch) >= Same) possible.Add(open.Number);
        }

        var alike = new List<(int Number, double Likeness)>();
        foreach (var number in possible)
        {
            var other = await TextOf.On(turn.Db)(turn.Db, turn.Community.Id, number, cancel);
            if (Likeness.Of(asked, Terms.Of(other ?? "")) is var likeness && likeness >= Same) alike.Add((number, likeness));
        }

        foreach (var (number, _) in alike.OrderByDescending(pair => pair.Likeness))
        {
            var found = await turn.Db.FindHandleAsync(turn.Community.Id, number, cancel);
            if (found is { IsWaiting: true }) return found;
        }

        return null;
    }

    private sealed record Sketched(int Number, long? Sketch);
}
