namespace CopBot.Domain;

/// <summary>A person of the community, from the first own act towards the bot. May have several accounts.</summary>
internal sealed class Member : Root
{
    public required Guid CommunityId { get; init; }

    /// <summary>The name as the person writes it.</summary>
    public required string Name { get; set; }

    public string? Organisation { get; set; }

    /// <summary>ISO 3166 name as the person gives it.</summary>
    public string? Country { get; set; }

    /// <summary>BCP 47 tag the bot speaks to this person.</summary>
    public string? Language { get; set; }

    public required DateTimeOffset JoinedAt { get; set; }

    public DateTimeOffset? LeftAt { get; set; }

    /// <summary>Since when the bot must not write to this person unasked; null if it may.</summary>
    public DateTimeOffset? ContactStoppedAt { get; set; }

    /// <summary>Until when nothing is put to this person; null if there.</summary>
    public DateTimeOffset? AwayUntil { get; set; }

    /// <summary>
    /// The quiet hours, in minutes since midnight by the community's clock: from this one, to the other, which may be
    /// on the next day. Null if there are none.
    /// </summary>
    public int? QuietFrom { get; set; }

    public int? QuietTo { get; set; }

    /// <summary>How many questions that are still open may be put to this person within a week.</summary>
    public int WeeklyCap { get; set; } = 5;

    /// <summary>When the bot last offered help unasked; null if it never did.</summary>
    public DateTimeOffset? OfferedHelpAt { get; set; }

    /// <summary>The member wants no help unasked.</summary>
    public bool DeclinesOffers { get; set; }

    /// <summary>How the digest comes to this member alone.</summary>
    public DigestWays DigestBy { get; set; }

    /// <summary>Where it comes by mail: an address that a platform vouched for, or that the member proved.</summary>
    public string? DigestAddress { get; set; }

    /// <summary>An address that the member named and has not proved yet.</summary>
    public string? UnprovedAddress { get; set; }

    /// <summary>When the last digest that was sent to this member was decided on.</summary>
    public DateTimeOffset? LastDigestOf { get; set; }

    public List<Identity> Identities { get; } = [];

    public List<Role> Roles { get; } = [];

    public List<Expertise> Expertise { get; } = [];

    public List<Consent> Consents { get; } = [];

    public bool Present => LeftAt is null;

    public bool Reachable => Present && ContactStoppedAt is null;

    /// <summary>Whether the member agrees to a purpose now.</summary>
    public bool ConsentsTo(string purpose) => Consents.Exists(c => c.Purpose == purpose && c.To is null);

    /// <summary>Whether a role is held now: given, and neither ended nor begun in the future.</summary>
    public bool Is(RoleKind kind, DateTimeOffset at) =>
        Roles.Exists(role => role.Kind == kind && role.From <= at && (role.To is null || role.To > at));
}
