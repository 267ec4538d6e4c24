using System.Text.RegularExpressions;
using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;

namespace CopBot.Features.Membership;

/// <summary>A separate yes to research exports, all of them or one study's, and taking it back.</summary>
internal static partial class ResearchConsent
{
    private static readonly Phrase Given = new(
        "Thank you. Your log may be part of research exports, under yet another random name.",
        "Merci. Votre journal pourra figurer dans les exports de recherche, sous un autre nom aléatoire.");

    private static readonly Phrase GivenTo = new(
        "Thank you. Your log may be part of the export for the study {0}, under a name of that study.",
        "Merci. Votre journal pourra figurer dans l’export pour l’étude {0}, sous un nom propre à cette étude.");

    private static readonly Phrase Withdrawn = new(
        "Done: no future research export holds your log.", "C’est fait : aucun export de recherche futur ne contiendra votre journal.");

    private static readonly Phrase WithdrawnFrom = new(
        "Done: no future export for the study {0} holds your log.", "C’est fait : aucun export futur pour l’étude {0} ne contiendra votre journal.");

    private static readonly Phrase StillAll = new(
        "You agreed to research as a whole, which the study {0} is part of. To take that back: no research.",
        "Vous avez accepté la recherche en général, dont fait partie l’étude {0}. Pour revenir dessus : pas de recherche.");

    /// <summary>All research: taking it back takes back every study, too.</summary>
    public static Outcome Handle(Turn turn, bool given)
    {
        var me = turn.Me.Member;
        var outcome = Outcome.Of(turn.Tell(given ? Given : Withdrawn));
        if (given) return Give(turn, Consent.Research, outcome);
        foreach (var purpose in me.Consents.Where(c => c.To is null).Select(c => c.Purpose).ToList())
        {
            Withdraw(turn, purpose, outcome);
        }

        return outcome;
    }

    /// <summary>One study.</summary>
    public static Outcome HandleStudy(Turn turn, string study, bool given)
    {
        var purpose = Consent.Study(study);
        if (given) return Give(turn, purpose, Outcome.Of(turn.Tell(GivenTo, study)));
        return turn.Me.Member.ConsentsTo(Consent.Research)
            ? Withdraw(turn, purpose, Outcome.Of(turn.Tell(StillAll, study)))
            : Withdraw(turn, purpose, Outcome.Of(turn.Tell(WithdrawnFrom, study)));
    }

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N} ._-]{0,39}", RegexOptions.CultureInvariant, 100)]
    public static partial Regex StudyName();

    private static Outcome Give(Turn turn, string purpose, Outcome outcome)
    {
        var me = turn.Me.Member;
        if (me.ConsentsTo(purpose)) return outcome;
        turn.Db.Consents.Add(new Consent { Id = turn.NewId(), MemberId = me.Id, Purpose = purpose, From = turn.Now });
        return outcome.Raise(new ConsentChanged(me, purpose, Given: true));
    }

    private static Outcome Withdraw(Turn turn, string purpose, Outcome outcome)
    {
        var me = turn.Me.Member;
        if (!me.ConsentsTo(purpose)) return outcome;
        foreach (var consent in me.Consents.Where(c => c.Purpose == purpose && c.To is null)) consent.To = turn.Now;
        return outcome.Raise(new ConsentChanged(me, purpose, Given: false));
    }
}
