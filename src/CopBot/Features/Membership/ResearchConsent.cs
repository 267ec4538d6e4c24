using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;

namespace CopBot.Features.Membership;

/// <summary>A separate yes to the research export, and taking it back.</summary>
internal static class ResearchConsent
{
    private static readonly Phrase Given = new(
        "Thank you. Your log may be part of research exports, under yet another random name.",
        "Merci. Votre journal pourra figurer dans les exports de recherche, sous un autre nom aléatoire.");

    private static readonly Phrase Withdrawn = new(
        "Done: no future research export holds your log.", "C’est fait : aucun export de recherche futur ne contiendra votre journal.");

    public static Outcome Handle(Turn turn, bool given)
    {
        var me = turn.Me.Member;
        var outcome = Outcome.Of(turn.Tell(given ? Given : Withdrawn));
        if (me.ConsentsTo(Consent.Research) == given) return outcome;
        if (given)
        {
            turn.Db.Consents.Add(new Consent
            {
                Id = turn.NewId(),
                MemberId = me.Id,
                Purpose = Consent.Research,
                From = turn.Now,
            });
        }
        else
        {
            foreach (var consent in me.Consents.Where(c => c.To is null)) consent.To = turn.Now;
        }

        return outcome.Raise(new ConsentChanged(me, Consent.Research, given));
    }
}
