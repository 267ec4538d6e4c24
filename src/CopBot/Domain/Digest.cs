namespace CopBot.Domain;

/// <summary>
/// What happened in the community in a while, drafted for the coordinators and posted by one of them.
/// </summary>
internal sealed class Digest : Root
{
    public required Guid CommunityId { get; init; }

    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset To { get; init; }

    public DigestState State { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public Guid? DecidedById { get; set; }
}

internal enum DigestState
{
    Draft,
    Posted,
    Dropped,
}
