using CopBot.Chat;

namespace CopBot.Domain;

/// <summary>One account of a member on one connection.</summary>
internal sealed class Identity : Entity
{
    public required Guid MemberId { get; set; }

    public required string Connection { get; init; }

    public required string AccountId { get; init; }

    /// <summary>
    /// The address the platform vouched for, lower case; kept only where the connection trusts its domain.
    /// </summary>
    public string? Email { get; set; }

    /// <summary>A guest, or of another organisation: never linked by e-mail.</summary>
    public bool Outsider { get; set; }

    /// <summary>The direct chat with the bot, once known.</summary>
    public string? DirectPlace { get; set; }

    /// <summary>Since when the platform says that it can't be written to; null if it can, as far as known.</summary>
    public DateTimeOffset? UnreachableSince { get; set; }

    /// <summary>
    /// From when on the platform is asked again who this is, by the machine's clock; null if it told.
    /// </summary>
    public DateTimeOffset? AskAt { get; set; }

    public AccountRef Account => new(Connection, AccountId);
}
