using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Features.Annotating;
using CopBot.Features.Digests;
using CopBot.Features.Telling;
using CopBot.Pipeline;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Host.Pages;

/// <summary>What stands on a page that lists things, each with what can be done about it.</summary>
/// <param name="Items">The things.</param>
/// <param name="More">How many there are beside those.</param>
internal sealed record ListData(IReadOnlyList<ListItem> Items, int More = 0)
{
    private const int Most = 100;

    /// <summary>The latest digests.</summary>
    public static async Task<ListData> DigestsAsync(Turn turn, Language language, CancellationToken cancel)
    {
        var digests = await turn.Db.Digests.AsNoTracking().Where(d => d.CommunityId == turn.Community.Id)
            .OrderByDescending(d => d.To).Take(20).ToListAsync(cancel);
        var texts = new Dictionary<Guid, string>();
        foreach (var draft in digests.Where(digest => digest.State == DigestState.Draft))
        {
            var card = await DigestCard.WriteAsync(turn, draft, language, cancel);
            texts[draft.Id] = string.Concat(card.Blocks.Where(block => block is not Heading)
                .Select(block => HtmlRendering.Of(block, "")));
        }

        return new([.. digests.Select(digest => new ListItem(
            $"{digest.From:yyyy-MM-dd} – {digest.To:yyyy-MM-dd}", PageWords.StateOf(digest.State).In(language))
        {
            Html = texts.GetValueOrDefault(digest.Id),
            Forms = digest.State == DigestState.Draft ? [new("edit-digest", $"{digest.Id:N}", PageWords.Edit)] : [],
            Presses = digest.State == DigestState.Draft
                ?
                [
                    new("post-digest", $"{digest.Id:N}", PageWords.Post), new("drop-digest", $"{digest.Id:N}", PageWords.Drop),
                ]
                : [],
        })]);
    }

    /// <summary>Notes that wait for a coordinator, whole.</summary>
    public static async Task<ListData> ReviewAsync(
        CopBotDbContext db, Community community, Language language, CancellationToken cancel)
    {
        var waiting = db.Notes.AsNoTracking().Where(n => n.CommunityId == community.Id
            && (n.State == NoteState.InReview || n.State == NoteState.DueForReview));
        var notes = await waiting.OrderBy(n => n.Number).Take(Most).ToListAsync(cancel);
        var people = await db.PeopleAsync(notes.Select(n => n.AuthorId), cancel);
        return new(
            [
                .. notes.Select(note => new ListItem($"{note.Handle} · {note.Title}", null)
                {
                    Html = string.Concat(NoteCards.BlocksOf(
                            note, note.AuthorId is { } id ? people.GetValueOrDefault(id) : null, language)
                        .Where(block => block is not Heading).Select(block => HtmlRendering.Of(block, ""))),
                    Forms = [new("edit-note", $"{note.Id:N}", PageWords.Edit)],
                    Presses =
                    [
                        new("publish-note", $"{note.Id:N}", PageWords.Publish),
                        new("retire-note", $"{note.Id:N}", PageWords.Retire),
                    ],
                }),
            ],
            Math.Max(0, await waiting.CountAsync(cancel) - Most));
    }

    /// <summary>Dated facts.</summary>
    public static async Task<ListData> AnnotationsAsync(
        CopBotDbContext db, Community community, Language language, CancellationToken cancel) =>
        new([.. (await Annotations.KnownAsync(db, community.Id, cancel))
            .OrderBy(one => one.From, StringComparer.Ordinal)
            .Select(one => new ListItem(Annotations.Line(one, language), null)
            {
                Presses = [new("forget-annotation", one.Handle, PageWords.Forget)],
            })]);

    /// <summary>What came of answers, whole.</summary>
    public static async Task<ListData> StoriesAsync(
        CopBotDbContext db, Community community, Language language, CancellationToken cancel) =>
        new(
            [
                .. (await ToldStories.ReadAsync(db, community.Id, language, Most, cancel)).Select(
                    one => new ListItem(one.Line, null)
                    {
                        Html = string.Concat(one.Words.Select(words => HtmlRendering.Of(new Quote(words), ""))),
                        Forms = one.IsExamined ? [] : [new("examine-story", $"{one.Id:N}", PageWords.Examine)],
                    }),
            ],
            Math.Max(0, await db.Stories.CountAsync(story => story.CommunityId == community.Id, cancel) - Most));

    /// <summary>Who left with what: the trail of exports.</summary>
    public static async Task<ListData> ExportsAsync(CopBotDbContext db, Community community, CancellationToken cancel)
    {
        var exports = await db.Log.AsNoTracking()
            .Where(e => e.CommunityId == community.Id && (e.Type == "data.exported" || e.Type == "report.generated"))
            .OrderByDescending(e => e.Row).Take(Most).ToListAsync(cancel);
        var actors = exports.Select(e => e.Actor).OfType<string>().ToList();
        var names = await (
            from pseudonym in db.Pseudonyms
            join member in db.Members on pseudonym.MemberId equals member.Id
            where actors.Contains(pseudonym.Value)
            select new { pseudonym.Value, member.Name }).ToDictionaryAsync(one => one.Value, one => one.Name, cancel);
        return new([.. exports.Select(entry => new ListItem(
            $"{entry.OccurredAt:yyyy-MM-dd HH:mm} UTC · {(entry.Actor is { } actor ? names.GetValueOrDefault(actor) : null) ?? entry.Type}",
            LogValues.Of(entry.Core, "study", "members", "as_of", "head")))]);
    }
}

/// <summary>One thing on a list.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Says">More about it.</param>
internal sealed record ListItem(string Title, string? Says)
{
    /// <summary>The whole of it, rendered already.</summary>
    public string? Html { get; init; }

    public IReadOnlyList<ListAction> Forms { get; init; } = [];

    public IReadOnlyList<ListAction> Presses { get; init; } = [];

    /// <summary>The name of a dead letter.</summary>
    public string? Letter { get; init; }
}

/// <summary>Something to do about it.</summary>
internal sealed record ListAction(string Id, string Argument, Phrase Label);
