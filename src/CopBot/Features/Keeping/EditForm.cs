using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;

namespace CopBot.Features.Keeping;

/// <summary>
/// A note reads otherwise: changed by who vouches for it, then read by the coordinators again before anybody finds it;
/// or by a coordinator, and who vouches for it is told.
/// </summary>
internal static class EditForm
{
    public const string Id = "edit-note";

    private static readonly Phrase Title = new("Change {0}", "Modifier {0}");
    private static readonly Phrase Save = new("Save", "Enregistrer");
    private static readonly Phrase Which = new(
        "There is no such note, or it is not yours to change.", "Cette note n’existe pas, ou vous ne pouvez pas la modifier.");

    private static readonly Phrase Meanwhile = new(
        "{0} was changed by somebody else meanwhile, so I changed nothing. This is what you wrote:",
        "{0} a été modifiée entre-temps ; je n’ai donc rien changé. Voici ce que vous aviez écrit :");

    private static readonly Phrase Saved = new("{0} is changed.", "{0} est modifiée.");
    private static readonly Phrase Again = new(
        "{0} is changed. The coordinators read it before anybody finds it again.",
        "{0} est modifiée. La coordination la relit avant qu’on la retrouve.");

    private static readonly Phrase Yours = new(
        "{0}, which you vouch for, was changed by {1}. It reads so now:",
        "{0}, dont vous êtes garant, a été modifiée par {1}. La voici :");

    public static IReadOnlyList<Field> Fields { get; } = [.. KeepForm.Fields.Where(field => field.Id != "naming")];

    public static async Task<FormOffer> OpenAsync(Turn turn, string argument, CancellationToken cancel)
    {
        if (await turn.FindNoteAsync(argument, cancel) is not { State: not NoteState.Retired } note
            || !turn.MayChange(note))
        {
            return Which;
        }

        var labels = KeepForm.LabelsIn(turn.Language);
        return new Form(
            Id,
            $"{note.Id:N}.{note.Revisions.Count}",
            Title.In(turn.Language, note.Handle),
            Save.In(turn.Language),
            [
                .. Fields.Select(field => field with
                {
                    Label = labels[field.Id], Initial = NoteParts.Of(note, field.Id),
                }),
            ]);
    }

    public static async Task<Outcome> SubmitAsync(Turn turn, FormIntent sent, CancellationToken cancel)
    {
        var (id, seen) = sent.Argument.Split('.', 2) is [var first, var second] ? (first, second) : ("", "");
        var note = await turn.FindNoteAsync(id, cancel);
        return note is not null && seen != $"{note.Revisions.Count}"
            ? Outcome.Of(turn.Tell(Stale(note, sent, turn.Language)))
            : await ChangeAsync(turn, note, sent.Values, cancel);
    }

    /// <summary>
    /// Somebody was quicker. What was written here is not lost, and nothing of theirs is overwritten.
    /// </summary>
    private static Card Stale(PracticeNote note, FormIntent sent, Language language)
    {
        var says = Meanwhile.In(language, note.Handle);
        var labels = KeepForm.LabelsIn(language);
        var parts = new Facts(
        [
            .. Fields.Where(field => !string.IsNullOrWhiteSpace(sent.Values.GetValueOrDefault(field.Id)))
                .Select(field => new Fact(labels[field.Id], sent.Values[field.Id].Trim())),
        ]);
        return new Card(says, new Paragraph(says), parts);
    }

    /// <summary>Changes the parts that are named, and leaves the others as they are.</summary>
    public static async Task<Outcome> ChangeAsync(
        Turn turn, PracticeNote? note, IReadOnlyDictionary<string, string> parts, CancellationToken cancel)
    {
        if (note is not { State: not NoteState.Retired } || !turn.MayChange(note)) return Outcome.Of(turn.Tell(Which));
        foreach (var field in Fields.Where(field => parts.ContainsKey(field.Id)))
        {
            NoteParts.Set(note, field.Id, parts[field.Id]);
        }

        var me = turn.Me.Member;
        var coordinator = me.Is(RoleKind.Coordinator, turn.Now);
        var people = await turn.Db.PeopleAsync([note.AuthorId], cancel);
        var author = note.AuthorId is { } id ? people.GetValueOrDefault(id) : null;
        if (!coordinator) note.State = NoteState.InReview;
        turn.Revise(note, "changed");
        var outcome = Outcome.Of(turn.Tell(coordinator ? Saved : Again, note.Handle))
            .Raise(new NoteChanged(note, me.Id, "updated"));
        if (!coordinator) return outcome.Send(await Review.AskAsync(turn, note, author, cancel));
        return author?.Id == me.Id ? outcome : outcome.Send(Reach.Direct(turn, author, language =>
        {
            var says = Yours.In(language, note.Handle, me.Name);
            return new Card($"{says} {NoteCards.SummaryOf(note)}", [
                new Paragraph(says), .. NoteCards.BlocksOf(note, author, language),
            ]);
        }));
    }
}
