namespace CopBot.Domain;

/// <summary>Somebody wants a language model to write something. It goes once that is done, or can't be.</summary>
internal sealed class WritingRequest : Entity
{
    public required Guid CommunityId { get; init; }

    /// <summary>Who wants it.</summary>
    public required Guid MemberId { get; set; }

    /// <summary>The note or contribution that it is made of.</summary>
    public required Guid SubjectId { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>What was written, as JSON, where it waits for its reader's yes; else null.</summary>
    public string? Result { get; set; }
}
