using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Digests;

/// <summary>The digest of a period, in one language, without what the coordinators left out.</summary>
internal static class DigestCard
{
    private const int MostActions = 5;

    private static readonly Phrase Title = new("{0}: the week", "{0} : la semaine");
    private static readonly Phrase Quiet = new(
        "A quiet week: nothing was asked, answered or kept.", "Une semaine calme : rien n’a été demandé, répondu ni gardé.");

    private static readonly Phrase Numbers = new(
        "{0} {0:question|questions} asked, {1} {1:answer|answers} given, {2} found helpful; {3} {3:member|members}.",
        "{0} {0:question posée|questions posées}, {1} {1:réponse donnée|réponses données}, {2} {2:jugée utile|jugées utiles} ; {3} {3:membre|membres}.");

    /// <summary>What can stand in a digest of a period.</summary>
    public static async Task<List<DigestPart>> PartsAsync(
        Turn turn, Period period, Language language, CancellationToken cancel)
    {
        var parts = new List<DigestPart>();
        foreach (var section in FeatureCatalog.All.SelectMany(f => f.DigestSections).OrderBy(s => s.Order))
        {
            if (await section.Write(turn, period, language, cancel) is { } part) parts.Add(part);
        }

        return parts;
    }

    public static async Task<Card> WriteAsync(Turn turn, Digest digest, Language language, CancellationToken cancel)
    {
        var period = new Period(digest.From, digest.To);
        var parts = (await PartsAsync(turn, period, language, cancel)).Select(part => part with
        {
            Items = [.. part.Items.Where(item => !digest.Without.Contains(item.Key, StringComparer.Ordinal))],
        }).Where(part => part.Items.Count > 0).ToList();
        var title = Title.In(language, turn.Community.Title);
        List<Block> words = digest.Words is { Length: > 0 } said ? [new Quote(said)] : [];
        if (parts.Count == 0)
        {
            var quiet = Quiet.In(language);
            return new Card($"{title}. {quiet}", words.Count == 0
                ? [new Paragraph(quiet)]
                : [new Heading(title), .. words, new Paragraph(quiet)]);
        }

        var blocks = new List<Block> { new Heading(title), new Aside(Spanning(period)) };
        blocks.AddRange(words);
        foreach (var part in parts)
        {
            blocks.Add(new Paragraph(new Text(new Bold(part.Title))));
            blocks.AddRange(part.Items.Select(item => new Paragraph(new Text([new Plain("• "), .. item.Line]))));
        }

        if (!digest.Without.Contains(WeekChart.Key, StringComparer.Ordinal)
            && await WeekChart.OfAsync(turn, period, language, cancel) is { } chart)
        {
            blocks.Add(chart);
        }

        blocks.Add(new Aside(await NumbersAsync(turn, period, language, cancel)));
        var summary = string.Join("; ", parts.Select(part => $"{part.Title}: {part.Items.Count}"));
        var actions = parts.SelectMany(part => part.Items).Select(item => item.Action).OfType<CardAction>();
        return new Card($"{title}. {summary}", blocks) { Actions = [.. actions.Take(MostActions)] };
    }

    private static Text Spanning(Period period) => new(
        new Moment(period.From, DateOnly: true), new Plain(" – "), new Moment(period.To, DateOnly: true));

    private static async Task<string> NumbersAsync(
        Turn turn, Period period, Language language, CancellationToken cancel)
    {
        var community = turn.Community.Id;
        var asked = await turn.Db.Questions.CountAsync(
            q => q.CommunityId == community && q.AskedAt >= period.From && q.AskedAt < period.To, cancel);
        var said = turn.Db.Contributions.Where(
            c => c.CommunityId == community && c.Kind == ContributionKind.Answer && c.RemovedAt == null);
        var answers = await said.CountAsync(c => c.SaidAt >= period.From && c.SaidAt < period.To, cancel);
        var helped = await said.CountAsync(c => c.HelpedAt >= period.From && c.HelpedAt < period.To, cancel);
        var members = await turn.Db.Members.CountAsync(m => m.CommunityId == community && m.LeftAt == null, cancel);
        return Numbers.In(language, asked, answers, helped, members);
    }
}
