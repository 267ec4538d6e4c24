namespace CopBot.Pipeline;

/// <summary>Something that is to happen at a time of the domain's clock.</summary>
internal sealed class TimerRow
{
    public long Id { get; init; }

    /// <summary>The timer's declared name.</summary>
    public required string Kind { get; init; }

    public required Guid CommunityId { get; init; }

    public required Guid SubjectId { get; init; }

    public required DateTimeOffset DueAt { get; init; }
}
