namespace CopBot.Domain;

/// <summary>
/// The name a member has in the log: 128 random bits. Deleting the row makes the log's entries nobody's; nothing can
/// compute it again.
/// </summary>
internal sealed class Pseudonym
{
    /// <summary>32 hexadecimal digits.</summary>
    public required string Value { get; init; }

    public required Guid CommunityId { get; init; }

    public required Guid MemberId { get; set; }

    /// <summary>Set for the separate name of an anonymous asker: no other entry carries it.</summary>
    public Guid? QuestionId { get; init; }
}
