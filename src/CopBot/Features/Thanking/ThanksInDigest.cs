using CopBot.Domain;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Thanking;

/// <summary>Whose answers helped; never as a ranking.</summary>
internal static class ThanksInDigest
{
    private static readonly Phrase Title = new("Thank you", "Merci");
    private static readonly Phrase To = new("To {0}, whose answers helped.", "À {0}, dont les réponses ont aidé.");

    public static DigestSection Section { get; } = new(40, WriteAsync);

    private static async Task<DigestPart?> WriteAsync(
        Turn turn, Period period, Language language, CancellationToken cancel)
    {
        var authors = await (
            from answer in turn.Db.Contributions
            join question in turn.Db.Questions on answer.QuestionId equals question.Id
            where answer.CommunityId == turn.Community.Id && answer.HelpedAt >= period.From
                && answer.HelpedAt < period.To && answer.RemovedAt == null && answer.AuthorId != null
                && (!question.Private || question.ChannelsAllowed)
            select answer.AuthorId).Distinct().ToListAsync(cancel);
        if (authors.Count == 0) return null;
        var people = await turn.Db.PeopleAsync(authors, cancel);
        var names = people.Values.Select(member => member.Name).Order(StringComparer.CurrentCulture);
        return new DigestPart(Title.In(language), [new("thanks", To.In(language, string.Join(", ", names)))]);
    }
}
