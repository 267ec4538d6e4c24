using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Digests;

/// <summary>The digest of a period, in one language.</summary>
internal static class DigestCard
{
    private const int MostActions = 5;

    private static readonly Phrase Title = new("{0}: the week", "{0} : la semaine");
    private static readonly Phrase Quiet = new(
        "A quiet week: nothing was asked, answered or kept.", "Une semaine calme : rien n’a été demandé, répondu ni gardé.");

    private static readonly Phrase Numbers = new(
        "{0} {0:question|questions} asked, {1} {1:answer|answers} given, {2} found helpful; {3} {3:member|members}.",
        "{0} {0:question posée|questions posées}, {1} {1:réponse donnée|réponses données}, {2} {2:jugée utile|jugées utiles} ; {3} {3:membre|membres}.");

    public static async Task<Card> WriteAsync(
        Turn turn, Period period, Language language, CancellationToken cancel)
    {
        var parts = new List<DigestPart>();
        foreach (var section in FeatureCatalog.All.SelectMany(f => f.DigestSections).OrderBy(s => s.Order))
        {
            if (await section.Write(turn, period, language, cancel) is { } part) parts.Add(part);
        }

        var title = Title.In(language, turn.Community.Title);
        if (parts.Count == 0)
        {
            return new Card($"{title}. {Quiet.In(language)}", new Paragraph(Quiet.In(language)));
        }

        var blocks = new List<Block> { new Heading(title), new Aside(Spanning(period)) };
        foreach (var part in parts)
        {
            blocks.Add(new Paragraph(new Text(new Bold(part.Title))));
            blocks.AddRange(part.Lines.Select(line => new Paragraph(new Text([new Plain("• "), .. line]))));
        }

        blocks.Add(new Aside(await NumbersAsync(turn, period, language, cancel)));
        var summary = string.Join("; ", parts.Select(part => $"{part.Title}: {part.Lines.Count}"));
        return new Card($"{title}. {summary}", blocks)
        {
            Actions = [.. parts.SelectMany(part => part.Actions).Take(MostActions)],
        };
    }

    private static Text Spanning(Period period) => new(
        new Moment(period.From, DateOnly: true), new Plain(" – "), new Moment(period.To, DateOnly: true));

    private static async Task<string> NumbersAsync(
        Turn turn, Period period, Language language, CancellationToken cancel)
    {
        var community = turn.Community.Id;
        var asked = await turn.Db.Questions.CountAsync(
            q => q.CommunityId == community && q.AskedAt >= period.From && q.AskedAt < period.To, cancel);
        var said = turn.Db.Contributions.Where(c => c.Kind == ContributionKind.Answer && c.RemovedAt == null
            && turn.Db.Questions.Any(q => q.Id == c.QuestionId && q.CommunityId == community));
        var answers = await said.CountAsync(c => c.SaidAt >= period.From && c.SaidAt < period.To, cancel);
        var helped = await said.CountAsync(c => c.HelpedAt >= period.From && c.HelpedAt < period.To, cancel);
        var members = await turn.Db.Members.CountAsync(m => m.CommunityId == community && m.LeftAt == null, cancel);
        return Numbers.In(language, asked, answers, helped, members);
    }
}
