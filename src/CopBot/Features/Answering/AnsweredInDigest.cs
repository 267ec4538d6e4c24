using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Answering;

/// <summary>What was answered.</summary>
internal static class AnsweredInDigest
{
    private const int Most = 8;

    private static readonly Phrase Title = new("Answered", "Réponses");
    private static readonly Phrase Line = new("{0} · {1} – {2}", "{0} · {1} – {2}");

    public static DigestSection Section { get; } = new(20, WriteAsync);

    private static async Task<DigestPart?> WriteAsync(
        Turn turn, Period period, Language language, CancellationToken cancel)
    {
        var community = turn.Community.Id;
        var said = turn.Db.Contributions.Where(c => c.CommunityId == community && c.SaidAt >= period.From
            && c.SaidAt < period.To && c.Kind == ContributionKind.Answer && c.RemovedAt == null);

        // From the period's few answers to their questions, not from all questions to their answers.
        var latest = await (
            from id in said.Select(c => c.QuestionId).Distinct()
            join question in turn.Db.Questions on id equals question.Id
            where question.State != QuestionState.Withdrawn && (!question.Private || question.ChannelsAllowed)
            orderby question.Number descending
            select question.Id).Take(Most).ToListAsync(cancel);
        var answered = await turn.Db.WholeQuestions().AsNoTracking().Where(q => latest.Contains(q.Id))
            .OrderByDescending(q => q.Number).ToListAsync(cancel);
        if (answered.Count == 0) return null;
        var people = await turn.Db.PeopleAsync(
            answered.SelectMany(q => q.Contributions.Select(c => c.AuthorId)), cancel);
        return new DigestPart(Title.In(language), [.. answered.Select(q => new DigestItem(q.Handle, Line.In(
            language,
            q.Handle,
            Shortening.To(QuestionCards.TextOf(q, language).ReplaceLineEndings(" "), 160),
            string.Join(", ", q.Contributions.Where(c => c.Kind == ContributionKind.Answer && c.RemovedAt is null)
                .Select(c => Naming.NameOf(c.AuthorId is { } id ? people.GetValueOrDefault(id) : null, language))
                .Distinct(StringComparer.Ordinal)))))]);
    }
}
