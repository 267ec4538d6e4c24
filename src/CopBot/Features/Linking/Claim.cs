using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;

namespace CopBot.Features.Linking;

/// <summary>The code that the administrator's command line printed makes its sender coordinator.</summary>
internal static class Claim
{
    private static readonly Phrase NoSuch = new(
        "That code is not valid, or no longer.", "Ce code n’est pas valable, ou ne l’est plus.");

    private static readonly Phrase Done = new(
        "You are a coordinator of {0} now. Say “bind” in the channels that belong to it.",
        "Vous coordonnez désormais {0}. Dites « rattacher » dans les canaux qui en font partie.");

    public static async Task<Outcome> RedeemAsync(Turn turn, VerbIntent call, CancellationToken cancel)
    {
        var code = await Codes.SpendAsync(
            turn.Db, turn.Community.Id, CodePurpose.Claim, call.Argument, turn.SecurityNow, cancel);
        if (code is null) return Outcome.Of(turn.Tell(NoSuch));
        var outcome = Outcome.Of(turn.Tell(Done, turn.Community.Title));
        var me = turn.Me.Member;
        if (me.Is(RoleKind.Coordinator, turn.Now)) return outcome;
        me.Touch();
        turn.Db.Roles.Add(new Role
        {
            Id = turn.NewId(),
            MemberId = me.Id,
            Kind = RoleKind.Coordinator,
            From = turn.Now,
            Source = "claim",
        });
        return outcome.Raise(new RoleChanged(By: null, me, RoleKind.Coordinator, Given: true));
    }
}
