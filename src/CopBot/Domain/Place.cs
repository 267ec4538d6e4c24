using CopBot.Chat;

namespace CopBot.Domain;

/// <summary>A channel, group chat or direct chat that the bot has seen.</summary>
internal sealed class Place : Root
{
    public required string Connection { get; init; }

    /// <summary>The platform's id.</summary>
    public required string PlaceId { get; init; }

    public required PlaceKind Kind { get; set; }

    public string? Title { get; set; }

    public bool SharedWithOutsiders { get; set; }

    /// <summary>A coordinator allowed the bot to speak here although outsiders read along.</summary>
    public bool OutsidersAllowed { get; set; }

    /// <summary>
    /// A coordinator says that the bot sees every message here, where the platform does not show it all by itself.
    /// </summary>
    public bool AllMessages { get; set; }

    /// <summary>
    /// A coordinator lets the bot tell members privately, when they ask everybody here, that it could help.
    /// </summary>
    public bool OffersHelp { get; set; }

    /// <summary>BCP 47 tag of what the bot speaks here; null for the community's first language.</summary>
    public string? Language { get; set; }

    /// <summary>The community it was bound to by a coordinator; null before.</summary>
    public Guid? CommunityId { get; set; }

    /// <summary>True for the place of its connection where mirrored questions appear.</summary>
    public bool IsHome { get; set; }

    /// <summary>When the bot was removed; null while it is there.</summary>
    public DateTimeOffset? LeftAt { get; set; }

    public PlaceRef Ref => new(Connection, PlaceId);
}
