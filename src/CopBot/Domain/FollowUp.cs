namespace CopBot.Domain;

/// <summary>Weeks after an answer helped, its asker is asked one thing: whether it was used.</summary>
internal sealed class FollowUp : Entity
{
    public required Guid AnswerId { get; init; }

    public required Guid QuestionId { get; init; }

    public DateTimeOffset? AskedAt { get; set; }

    public DateTimeOffset? RemindedAt { get; set; }

    public FollowUpAnswer? Answer { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }
}

internal enum FollowUpAnswer
{
    Yes,
    Adapted,
    Planned,
    No,
}
