using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;

namespace CopBot.Features.Membership;

/// <summary>The bot writes to this person no longer, but to answer what the person does.</summary>
internal static class StopContact
{
    private static readonly Phrase Stopped = new(
        "Done: I only answer what you do. Questions that waited for you go to others.",
        "C’est fait : je ne réponds plus qu’à ce que vous faites. Les questions en attente vont à d’autres.");

    private static readonly Phrase Resumed = new("Thank you: questions may come to you again.",
        "Merci : des questions pourront à nouveau vous parvenir.");

    public static async Task<Outcome> HandleAsync(Turn turn, bool stop, CancellationToken cancel)
    {
        var me = turn.Me.Member;
        me.ContactStoppedAt = stop ? me.ContactStoppedAt ?? turn.Now : null;
        var outcome = Outcome.Of(turn.Tell(stop ? Stopped : Resumed)).Raise(new ProfileChanged(me));
        if (stop) await Waiting.ReleaseAsync(turn, me.Id, outcome, cancel);
        return outcome;
    }
}
