using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Asking;

/// <summary>What still waits for an answer, with a button to take one.</summary>
internal static class UnansweredInDigest
{
    private const int Most = 5;

    private static readonly Phrase Title = new("Still unanswered", "Toujours sans réponse");
    private static readonly Phrase Take = new("I take {0}", "Je prends {0}");
    private static readonly Phrase Asks = new("{0} · {1} asks: {2}", "{0} · {1} demande : {2}");

    public static DigestSection Section { get; } = new(10, WriteAsync);

    private static async Task<DigestPart?> WriteAsync(
        Turn turn, Period period, Language language, CancellationToken cancel)
    {
        var open = (await turn.Db.WholeQuestions().AsNoTracking()
            .Where(q => q.CommunityId == turn.Community.Id && q.State == QuestionState.Open
                && (!q.Private || q.ChannelsAllowed) && q.AskedAt < period.To
                && !q.Contributions.Any(c => c.Kind == ContributionKind.Answer && c.RemovedAt == null))
            .OrderByDescending(q => q.Number).Take(Most).ToListAsync(cancel));
        if (open.Count == 0) return null;
        var people = await turn.Db.PeopleAsync(open.Select(q => q.AskerId), cancel);
        return new DigestPart(Title.In(language), [.. open.Select(q => new DigestItem(
            q.Handle,
            Asks.In(
                language, q.Handle, Naming.AskerNameOf(q, people, language),
                Shortening.To(QuestionCards.TextOf(q, language).ReplaceLineEndings(" "), 160)),
            new CardAction("take", Take.In(language, q.Handle), $"{q.Id:N}", $"take {q.Handle}")))]);
    }
}
