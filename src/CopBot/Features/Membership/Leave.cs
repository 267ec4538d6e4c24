using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;

namespace CopBot.Features.Membership;

/// <summary>A member leaves, or is one again. What was said stays; <i>privacy</i> deletes.</summary>
internal static class Leave
{
    private static readonly Phrase Gone = new(
        "You are no longer a member. What you said stays under your name; “privacy” deletes it.",
        "Vous n’êtes plus membre. Ce que vous avez dit reste sous votre nom ; « vie privée » l’efface.");

    private static readonly Phrase Here = new("You are a member of {0}.", "Vous êtes membre de {0}.");

    public static async Task<Outcome> HandleAsync(Turn turn, VerbIntent call, CancellationToken cancel)
    {
        var me = turn.Me.Member;
        var outcome = Outcome.Of(turn.Tell(Gone));
        await Waiting.ReleaseAsync(turn, me.Id, outcome, cancel);
        foreach (var role in me.Roles.Where(role => role.To is null)) role.To = turn.Now;
        me.LeftAt = turn.Now;
        return outcome.Raise(new MemberLeft(me)).Send(GuestPage.InsteadOf(turn, me));
    }

    public static Outcome Join(Turn turn) => Outcome.Of(turn.Tell(Here, turn.Community.Title));
}
