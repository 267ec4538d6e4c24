namespace CopBot.Domain;

/// <summary>An expert was asked.</summary>
internal sealed class Assignment : Entity
{
    public required Guid QuestionId { get; init; }

    public required Guid MemberId { get; set; }

    public required DateTimeOffset AskedAt { get; init; }

    public AssignmentState State { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Why this person, in one sentence with the evidence, in the community's first language.</summary>
    public required string Why { get; init; }
}

internal enum AssignmentState
{
    Pending,
    Answered,
    Passed,
    Expired,
}
