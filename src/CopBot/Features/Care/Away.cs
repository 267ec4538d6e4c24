using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;

namespace CopBot.Features.Care;

/// <summary>A member is away: nothing is put to them, and what waited for them goes to others.</summary>
internal static class Away
{
    private static readonly Phrase Gone = new(
        "Enjoy your time. Nothing comes to you before ", "Bonne absence. Rien ne vous parviendra avant le ");

    private static readonly Phrase Open = new(
        "Nothing comes to you until you say “back”.", "Rien ne vous parviendra avant que vous ne disiez « de retour ».");

    private static readonly Phrase Welcome = new(
        "Welcome back. Questions may come to you again.", "Bon retour. Des questions pourront à nouveau vous parvenir.");

    private static readonly Phrase Unread = new(
        "Until when? Say “away until Friday”, “away until 2026-12-01” or “away for 3 days”, a day that is still ahead.",
        "Jusqu’à quand ? Dites « absent jusqu’à vendredi », « absent jusqu’au 2026-12-01 » ou « absent pendant 3 jours », un jour à venir.");

    public static async Task<Outcome> LeaveAsync(Turn turn, string words, CancellationToken cancel)
    {
        var me = turn.Me.Member;
        var until = words.Length == 0
            ? Availability.Indefinitely
            : Until.Read(words, turn.Now, turn.Community.TimeZone);
        if (until is not { } day) return Outcome.Of(turn.Tell(Unread));
        me.AwayUntil = day;
        var outcome = Outcome.Of(turn.Tell(Said(day, turn.Language))).Raise(new ProfileChanged(me));
        await Waiting.ReleaseAsync(turn, me.Id, outcome, cancel);
        return outcome;
    }

    public static Outcome Return(Turn turn)
    {
        var me = turn.Me.Member;
        me.AwayUntil = null;
        return Outcome.Of(turn.Tell(Welcome)).Raise(new ProfileChanged(me));
    }

    private static Card Said(DateTimeOffset day, Language language)
    {
        if (day == Availability.Indefinitely) return Card.Saying(Open.In(language));
        var words = new Text(new Plain(Gone.In(language)), new Moment(day, DateOnly: true), new Plain("."));
        return new Card(words.ToPlain(), new Paragraph(words));
    }
}
