namespace CopBot.Domain;

/// <summary>
/// One entry of the participation log. Appended in the transaction of what it tells, sealed soon after, never changed:
/// corrections are entries too. Only <see cref="Salt"/> and <see cref="Attributes"/> can be erased.
/// </summary>
internal sealed class ParticipationEvent
{
    /// <summary>The order of committing.</summary>
    public long Row { get; init; }

    public required Guid Id { get; init; }

    public required Guid CommunityId { get; init; }

    /// <summary>Its number in the community's chain, from 1; null until it is sealed.</summary>
    public long? Sequence { get; set; }

    public required string Type { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Pseudonym of who did it; null for what nobody did.</summary>
    public string? Actor { get; init; }

    /// <summary>The canonical JSON that is hashed: ids, times, pseudonyms; nothing personal.</summary>
    public required string Core { get; init; }

    /// <summary>16 random bytes; null once erased.</summary>
    public byte[]? Salt { get; set; }

    /// <summary>Canonical JSON of what describes the person as of then; null once erased.</summary>
    public string? Attributes { get; set; }

    /// <summary>SHA-256(salt ‖ attributes).</summary>
    public required byte[] AttributesHash { get; init; }

    /// <summary>SHA-256(previous hash ‖ core ‖ attributes hash); null until sealed.</summary>
    public byte[]? Hash { get; set; }
}
