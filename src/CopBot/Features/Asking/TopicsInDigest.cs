using CopBot.Domain;
using CopBot.Matching.Rising;
using CopBot.Pipeline;
using CopBot.Pipeline.Knowing;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Asking;

/// <summary>What more people ask about than in the weeks before.</summary>
internal static class TopicsInDigest
{
    private const int Most = 5;
    private const int MostNow = 1000;
    private const int MostBefore = 2000;
    private static readonly TimeSpan Earlier = TimeSpan.FromDays(84);

    private static readonly Phrase Title = new("Topics rising", "Sujets qui montent");
    private static readonly Phrase Line = new(
        "{0} ({1} of {2} questions, before {3} of {4})", "{0} ({1} questions sur {2}, avant {3} sur {4})");

    public static DigestSection Section { get; } = new(60, WriteAsync);

    private static async Task<DigestPart?> WriteAsync(
        Turn turn, Period period, Language language, CancellationToken cancel)
    {
        var now = await AskedAsync(turn, period, MostNow, cancel);
        if (now.Count == 0) return null;
        var before = await AskedAsync(turn, new(period.From - Earlier, period.From), MostBefore, cancel);
        var rising = RisingTerms.Of(now, before, Most);
        return rising.Count == 0 ? null : new DigestPart(Title.In(language), [.. rising.Select(term => new DigestItem(
            $"topic {term.Word}", Line.In(language, term.Word, term.Now, now.Count, term.Before, before.Count)))]);
    }

    private static async Task<List<WrittenText>> AskedAsync(
        Turn turn, Period period, int most, CancellationToken cancel)
    {
        var community = turn.Community;
        var asked = await turn.Db.Questions
            .Where(q => q.CommunityId == community.Id && q.AskedAt >= period.From && q.AskedAt < period.To
                && q.State != QuestionState.Withdrawn && (!q.Private || q.ChannelsAllowed))
            .OrderByDescending(q => q.AskedAt).Take(most)
            .Select(q => new { q.Text, q.AskerId }).ToListAsync(cancel);
        return
        [
            .. asked.Select(q => new WrittenText(q.Text, KnownTexts.LanguageOf(community, null, q.Text), q.AskerId)),
        ];
    }
}
