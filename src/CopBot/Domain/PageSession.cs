namespace CopBot.Domain;

/// <summary>
/// A coordinator's browser that is signed in. Only the hash of what the browser holds is kept; whether its member still
/// coordinates is looked up each time.
/// </summary>
internal sealed class PageSession : Entity
{
    public required Guid MemberId { get; init; }

    /// <summary>SHA-256 of the cookie.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>By the security clock.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
