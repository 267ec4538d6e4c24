namespace CopBot.Domain;

/// <summary>A code that is shown once and works once. Only its hash is kept.</summary>
internal sealed class OneTimeCode : Entity
{
    public required Guid CommunityId { get; init; }

    public required CodePurpose Purpose { get; init; }

    /// <summary>SHA-256 of the code.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>By the security clock.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Whose account it links to, or who signs in; null for a claim.</summary>
    public Guid? MemberId { get; set; }
}

internal enum CodePurpose
{
    /// <summary>Makes its sender coordinator.</summary>
    Claim,

    /// <summary>Makes two accounts one member.</summary>
    Link,

    /// <summary>Opens the coordinator's pages.</summary>
    SignIn,

    /// <summary>Proves that an e-mail address is the member's.</summary>
    Address,
}
