using CopBot.Chat;
using CopBot.Pipeline;

namespace CopBot.Domain;

/// <summary>By which account a member is written to.</summary>
internal static class Reach
{
    /// <summary>
    /// An account on a configured connection that was not lost, and that can be written to; one with an open direct
    /// chat first; null if there is none.
    /// </summary>
    public static AccountRef? AccountOf(Member member, Turn turn) => member.Identities
        .Where(
            identity => turn.Platforms.Of(identity.Connection) is not null && !turn.Lost.Contains(identity.Connection)
                && identity.UnreachableSince is null)
        .OrderByDescending(identity => identity.DirectPlace is not null)
        .ThenByDescending(identity => identity.Id)
        .FirstOrDefault()?.Account;

    /// <summary>A card to a member's direct chat; nothing if the member must not or can't be written to.</summary>
    /// <param name="turn">The turn that decides it.</param>
    /// <param name="member">Whom.</param>
    /// <param name="card">What, in the member's language.</param>
    /// <param name="key">The card's lasting name; null for a message that never changes.</param>
    public static IEnumerable<Effect> Direct(
        Turn turn, Member? member, Func<Language, Chat.Cards.Card> card, string? key = null) =>
        member is { Reachable: true } && AccountOf(member, turn) is { } account
            ? [new DirectMessage(account, card(turn.LanguageOf(member)), key)]
            : [];
}
