using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;

namespace CopBot.Features.Keeping;

/// <summary>
/// Anybody says that a note is outdated or wrong: who vouches for it and the coordinators hear of it.
/// </summary>
internal static class Flag
{
    public const string FormId = "flag";

    private static readonly Phrase Title = new("Outdated or wrong?", "Dépassée ou fausse ?");
    private static readonly Phrase Label = new("What is no longer right?", "Qu’est-ce qui n’est plus juste ?");
    private static readonly Phrase Send = new("Send", "Envoyer");
    private static readonly Phrase Thanks = new(
        "Thank you. Who vouches for {0} and the coordinators hear of it.",
        "Merci. La personne garante de {0} et la coordination en sont informées.");

    private static readonly Phrase Says = new("{0} says that {1} is outdated or wrong:", "{0} dit que {1} est dépassée ou fausse :");
    private static readonly Phrase Which = new("There is no such note. Say “flag N12: what is wrong”.", "Cette note n’existe pas. Dites « signaler N12 : ce qui est faux ».");

    public static Field WhatField { get; } = new("what", "") { Multiline = true };

    public static async Task<FormOffer> OpenAsync(Turn turn, string argument, CancellationToken cancel)
    {
        if (await turn.FindNoteAsync(argument, cancel) is not { IsPublished: true }) return Which;
        var language = turn.Language;
        return new Form(
            FormId, argument, Title.In(language), Send.In(language), [WhatField with { Label = Label.In(language) }]);
    }

    public static async Task<Outcome> HandleAsync(
        Turn turn, PracticeNote? note, string what, CancellationToken cancel)
    {
        if (note is not { IsPublished: true }) return Outcome.Of(turn.Tell(Which));
        var me = turn.Me.Member;
        var people = await turn.Db.PeopleAsync([note.AuthorId], cancel);
        var author = note.AuthorId is { } id ? people.GetValueOrDefault(id) : null;
        var outcome = Outcome.Of(turn.Tell(Thanks, note.Handle)).Raise(new NoteChanged(note, me.Id, "flagged"));
        outcome.Send(Reach.Direct(turn, author, language => CardOf(language)));
        note.State = NoteState.DueForReview;
        turn.Revise(note, "flagged");
        return outcome.Send(await Review.AskAsync(turn, note, author, cancel))
            .Send((await Coordinating.OfAsync(turn, cancel)).Where(c => c.Id != author?.Id)
                .SelectMany(c => Reach.Direct(turn, c, CardOf)));

        Card CardOf(Language language)
        {
            var says = Says.In(language, me.Name, note.Handle);
            return new Card($"{says} {what}", new Paragraph(says), new Quote(what));
        }
    }
}
