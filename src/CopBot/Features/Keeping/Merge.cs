using System.Globalization;
using System.Text.RegularExpressions;
using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;

namespace CopBot.Features.Keeping;

/// <summary>
/// Two notes say the same: one takes the other's place, and both handles lead to it. Nobody's words are put under
/// another's name; what is missing a coordinator adds by changing the note.
/// </summary>
internal static partial class Merge
{
    private static readonly Phrase Which = new(
        "Two different notes are needed, neither of them put aside: “merge N3 into N2”.",
        "Il faut deux notes différentes, non écartées : « fusionner N3 dans N2 ».");

    private static readonly Phrase Unread = new(
        "{0} is not published, and {1} is: nobody would find either. Publish {0} first.",
        "{0} n’est pas publiée, {1} l’est : on ne trouverait plus ni l’une ni l’autre. Publiez d’abord {0}.");

    private static readonly Phrase Done = new(
        "{0} leads to {1} from now on.", "{0} mène désormais à {1}.");

    private static readonly Phrase Yours = new(
        "{0}, which you kept, says the same as {1} and leads there from now on. Thank you!",
        "{0}, que vous avez gardée, dit la même chose que {1} et y mène désormais. Merci !");

    public static async Task<Outcome> HandleAsync(Turn turn, VerbIntent call, CancellationToken cancel)
    {
        var match = Words().Match(call.Argument);
        var (gone, stays) = (await FindAsync(turn, match, "gone", cancel), await FindAsync(turn, match, "stays", cancel));
        if (gone is not { State: not NoteState.Retired } || stays is not { State: not NoteState.Retired }
            || gone.Id == stays.Id)
        {
            return Outcome.Of(turn.Tell(Which));
        }

        if (gone.IsPublished && !stays.IsPublished) return Outcome.Of(turn.Tell(Unread, stays.Handle, gone.Handle));

        gone.MergedIntoId = stays.Id;
        gone.State = NoteState.Retired;
        gone.ReviewBy = null;
        stays.Touch();
        turn.Revise(gone, "merged");
        var people = await turn.Db.PeopleAsync([gone.AuthorId], cancel);
        var author = gone.AuthorId is { } id && id != turn.Me.Member.Id ? people.GetValueOrDefault(id) : null;
        return Outcome.Of(turn.Tell(Done, gone.Handle, stays.Handle))
            .Raise(new NoteChanged(gone, turn.Me.Member.Id, "merged"))
            .Send(Reach.Direct(turn, author, language =>
                Chat.Cards.Card.Saying(Yours.In(language, gone.Handle, stays.Handle))));
    }

    [GeneratedRegex(
        @"N(?<gone>[0-9]{1,9})\s+(?:into|dans|in)\s+N(?<stays>[0-9]{1,9})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        100)]
    public static partial Regex Words();

    private static Task<PracticeNote?> FindAsync(Turn turn, Match match, string group, CancellationToken cancel) =>
        turn.FindNoteAsync(int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture), cancel);
}
