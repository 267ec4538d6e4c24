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

    /// <summary>What the coordinators say before anything else; null for nothing.</summary>
    public string? Words { get; set; }

    /// <summary>The keys of the items that the coordinators left out, joined by commas.</summary>
    public string LeftOut { get; private set; } = "";

    /// <summary>The items that the coordinators left out, by their keys.</summary>
    public IReadOnlyList<string> Without => LeftOut.Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>When it goes out by itself; null if it waits for a coordinator.</summary>
    public DateTimeOffset? PostsAt { get; set; }

    /// <summary>The coordinator who asked for it; null where the schedule did.</summary>
    public Guid? AskedById { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public Guid? DecidedById { get; set; }

    /// <summary>Leaves items out, and no others.</summary>
    public void LeaveOut(IEnumerable<string> keys) => LeftOut = string.Join(',', keys.Distinct(StringComparer.Ordinal));
}

internal enum DigestState
{
    Draft,
    Posted,
    Dropped,
}
