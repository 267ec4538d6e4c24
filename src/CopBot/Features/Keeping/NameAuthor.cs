using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;

namespace CopBot.Features.Keeping;

/// <summary>The author decides how a note names them, at any time, effective at once.</summary>
internal static class NameAuthor
{
    private static readonly Phrase Done = new("{0} names you so from now on: {1}.", "{0} vous nomme désormais ainsi : {1}.");
    private static readonly Phrase NotYours = new("Only who vouches for a note decides that.", "Seule la personne garante en décide.");

    public static Outcome Handle(Turn turn, PracticeNote? note, string naming)
    {
        if (note is null || note.AuthorId != turn.Me.Member.Id) return Outcome.Of(turn.Tell(NotYours));
        note.Naming = Keep.NamingOf(naming.ToLowerInvariant());
        turn.Revise(note, "naming");
        return Outcome.Of(turn.Tell(Done, note.Handle, naming.ToLowerInvariant()))
            .Raise(new NoteChanged(note, turn.Me.Member.Id, "consent_changed"));
    }
}
