using CopBot.Chat;
using CopBot.Pipeline;

namespace CopBot.Domain;

/// <summary>By which account a member is written to.</summary>
internal static class Reach
{
    /// <summary>
    /// An account on a configured connection, one with an open direct chat first; null if there is none.
    /// </summary>
    public static AccountRef? AccountOf(Member member, Platforms platforms) => member.Identities
        .Where(identity => platforms.Of(identity.Connection) is not null)
        .OrderByDescending(identity => identity.DirectPlace is not null)
        .ThenByDescending(identity => identity.Id)
        .FirstOrDefault()?.Account;

    /// <summary>A card to a member's direct chat; nothing if the member must not or can't be written to.</summary>
    public static IEnumerable<Effect> Direct(Turn turn, Member? member, Func<Language, Chat.Cards.Card> card) =>
        member is { Reachable: true } && AccountOf(member, turn.Platforms) is { } account
            ? [new DirectMessage(account, card(turn.LanguageOf(member)))]
            : [];
}
