namespace CopBot.Domain;

/// <summary>
/// What the community knows, or who knows it, may have changed: the question, note or member is to be looked at again
/// by whatever is derived from it. Written in the same transaction as the change.
/// </summary>
internal sealed class KnowledgeChange
{
    /// <summary>In the order of writing.</summary>
    public long Id { get; init; }

    public required Guid CommunityId { get; init; }

    /// <summary>The question; null if it is something else.</summary>
    public Guid? QuestionId { get; init; }

    /// <summary>The note; null if it is something else.</summary>
    public Guid? NoteId { get; init; }

    /// <summary>The member who says otherwise what they know of; null if it is something else.</summary>
    public Guid? MemberId { get; init; }
}
