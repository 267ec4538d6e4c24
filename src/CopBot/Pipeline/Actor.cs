using CopBot.Chat;
using CopBot.Domain;

namespace CopBot.Pipeline;

/// <summary>Who acts in a turn.</summary>
/// <param name="Member">The person.</param>
/// <param name="Identity">The account the person acts with.</param>
/// <param name="JustJoined">True if this very turn made the person a member.</param>
internal sealed record Actor(Member Member, Identity Identity, bool JustJoined)
{
    public AccountRef Account => Identity.Account;
}
