using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Linking;

/// <summary>
/// Makes two accounts one member: a code sent in one direct chat is typed in the other. The older member stays; what
/// the other did becomes theirs.
/// </summary>
internal static class Link
{
    private static readonly Phrase Offered = new(
        "Write to me from your other account within 15 minutes: link {0}",
        "Écrivez-moi depuis votre autre compte dans les 15 minutes : link {0}");

    private static readonly Phrase NoSuch = new(
        "That code is not valid, or no longer.", "Ce code n’est pas valable, ou ne l’est plus.");

    private static readonly Phrase Same = new(
        "That code is for your other account; it works only there.", "Ce code est pour votre autre compte et ne vaut que là.");

    private static readonly Phrase Linked = new(
        "Your accounts are one member now.", "Vos comptes ne font désormais qu’un seul membre.");

    public static Outcome Offer(Turn turn)
    {
        var (code, record) = Codes.New(
            turn.NewId(), turn.Community.Id, CodePurpose.Link, turn.Me.Member.Id, turn.SecurityNow);
        turn.Db.Codes.Add(record);
        return Outcome.Of(turn.Tell(Offered, code));
    }

    public static async Task<Outcome> RedeemAsync(Turn turn, string code, CancellationToken cancel)
    {
        var record = await Codes.SpendAsync(
            turn.Db, turn.Community.Id, CodePurpose.Link, code, turn.SecurityNow, cancel);
        if (record?.MemberId is not { } otherId) return Outcome.Of(turn.Tell(NoSuch));
        var me = turn.Me.Member;
        if (otherId == me.Id) return Outcome.Of(turn.Tell(Same));
        var other = await turn.Db.WholeMembers().FirstOrDefaultAsync(m => m.Id == otherId && m.LeftAt == null, cancel);
        if (other is null) return Outcome.Of(turn.Tell(NoSuch));
        var (stays, goes) = me.JoinedAt < other.JoinedAt ? (me, other) : (other, me);
        var merged = new MembersMerged(stays, goes.Id, "code");
        await Merging.MergeAsync(turn.Db, stays, goes, cancel);
        return Outcome.Of(turn.Tell(Linked)).Raise(merged);
    }
}
