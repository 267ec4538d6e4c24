using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Keeping;

/// <summary>
/// Coordinators read what was kept, publish it or put it aside; later they are asked whether it still holds.
/// </summary>
internal static class Review
{
    public const string Timer = "note-review";

    public const int Months = 12;

    private const int Most = 10;

    private static readonly Phrase Waits = new("{0} waits for your review", "{0} attend votre relecture");
    private static readonly Phrase IsDue = new("{0} is due for review: does it still hold?", "{0} doit être revue : est-elle encore valable ?");
    private static readonly Phrase Changed = new(
        "{0} was changed by its author: publish it again?", "{0} a été modifiée par son auteur : la republier ?");

    private static readonly Phrase Change = new("Change", "Modifier");
    private static readonly Phrase Publish = new("Publish", "Publier");
    private static readonly Phrase Holds = new("Still valid", "Toujours valable");
    private static readonly Phrase Retire = new("Put aside", "Écarter");
    private static readonly Phrase Published = new("{0} is published: everybody finds it now.", "{0} est publiée : chacun la trouve désormais.");
    private static readonly Phrase Retired = new("{0} is put aside: nobody finds it any more.", "{0} est écartée : personne ne la trouve plus.");
    private static readonly Phrase YoursPublished = new(
        "{0}, which you kept, is published. Thank you!", "{0}, que vous avez gardée, est publiée. Merci !");

    private static readonly Phrase NotYours = new(
        "Only its author or a coordinator may do that.", "Seuls son auteur ou la coordination peuvent le faire.");

    private static readonly Phrase Which = new("There is no such note.", "Cette note n’existe pas.");
    private static readonly Phrase Nothing = new("Nothing waits for review.", "Rien n’attend de relecture.");

    /// <summary>A card to every coordinator who can be reached.</summary>
    public static async Task<IReadOnlyList<Effect>> AskAsync(
        Turn turn, PracticeNote note, Member? author, CancellationToken cancel)
    {
        var coordinators = await Coordinating.OfAsync(turn, cancel);
        return [.. coordinators.SelectMany(c => Reach.Direct(turn, c, language => CardOf(note, author, language)))];
    }

    /// <summary>The queue.</summary>
    public static async Task<Outcome> ListAsync(Turn turn, CancellationToken cancel)
    {
        var waiting = await turn.Db.Notes
            .Where(n => n.CommunityId == turn.Community.Id
                && (n.State == NoteState.InReview || n.State == NoteState.DueForReview))
            .OrderBy(n => n.Number).Take(Most).ToListAsync(cancel);
        if (waiting.Count == 0) return Outcome.Of(turn.Tell(Nothing));
        var people = await turn.Db.PeopleAsync(waiting.Select(n => n.AuthorId), cancel);
        var outcome = new Outcome();
        foreach (var note in waiting)
        {
            var author = note.AuthorId is { } id ? people.GetValueOrDefault(id) : null;
            outcome.Send(Reach.Direct(turn, turn.Me.Member, language => CardOf(note, author, language)));
        }

        return outcome;
    }

    public static async Task<Outcome> PublishAsync(Turn turn, PracticeNote? note, CancellationToken cancel)
    {
        if (note is null or { State: NoteState.Retired }) return Outcome.Of(turn.Tell(Which));
        var first = note.PublishedAt is null;
        note.State = NoteState.Published;
        note.PublishedAt ??= turn.Now;
        if (note.ReviewBy is not { } set || set <= turn.Now) note.ReviewBy = turn.Now.AddMonths(Months);
        turn.Revise(note, first ? "published" : "confirmed");
        var outcome = Outcome.Of(turn.Tell(Published, note.Handle))
            .Raise(new NoteChanged(note, turn.Me.Member.Id, first ? "published" : "confirmed"))
            .Wait(new After(Timer, note.Id, note.ReviewBy!.Value));
        if (!first || note.AuthorId is not { } id) return outcome;
        var people = await turn.Db.PeopleAsync([id], cancel);
        return outcome.Send(Reach.Direct(turn, people.GetValueOrDefault(id), language =>
            Card.Saying(YoursPublished.In(language, note.Handle))));
    }

    public static async Task<Outcome> RetireNoteAsync(Turn turn, PracticeNote? note, CancellationToken cancel)
    {
        if (note is null or { State: NoteState.Retired }) return Outcome.Of(turn.Tell(Which));
        if (!turn.MayChange(note)) return Outcome.Of(turn.Tell(NotYours));

        note.State = NoteState.Retired;
        note.ReviewBy = null;
        await turn.Db.PartAsync(note, cancel);
        turn.Revise(note, "retired");
        return Outcome.Of(turn.Tell(Retired, note.Handle))
            .Raise(new NoteChanged(note, turn.Me.Member.Id, "retired"));
    }

    /// <summary>The review-by date is there.</summary>
    public static async Task<Outcome> DueAsync(Turn turn, TimerIntent due, CancellationToken cancel)
    {
        var note = await turn.Db.WholeNotes().FirstOrDefaultAsync(n => n.Id == due.SubjectId, cancel);
        if (note is not { State: NoteState.Published } || note.ReviewBy > turn.Now) return Outcome.Nothing;
        note.State = NoteState.DueForReview;
        turn.Revise(note, "due");
        var people = await turn.Db.PeopleAsync([note.AuthorId], cancel);
        var author = note.AuthorId is { } id ? people.GetValueOrDefault(id) : null;
        return new Outcome().Raise(new NoteChanged(note, null, "review_due"))
            .Send(await AskAsync(turn, note, author, cancel));
    }

    private static Card CardOf(PracticeNote note, Member? author, Language language)
    {
        var isNew = note.PublishedAt is null;
        var changed = !isNew && note.State == NoteState.InReview;
        var title = (isNew ? Waits : changed ? Changed : IsDue).In(language, note.Handle);
        return new Card($"{title}. {NoteCards.SummaryOf(note)}", [
            new Paragraph(title), .. NoteCards.BlocksOf(note, author, language),
        ])
        {
            Actions =
            [
                new("publish-note", (isNew || changed ? Publish : Holds).In(language), $"{note.Id:N}", $"publish {note.Handle}")
                {
                    Primary = true,
                },
                new(EditForm.Id, Change.In(language), $"{note.Id:N}", $"edit {note.Handle} doing: …") { OpensForm = true },
                new("retire-note", Retire.In(language), $"{note.Id:N}", $"retire {note.Handle}"),
            ],
        };
    }
}
