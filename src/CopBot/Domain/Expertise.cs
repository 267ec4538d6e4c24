namespace CopBot.Domain;

/// <summary>What a member says of their own knowledge, in their own words.</summary>
internal sealed class Expertise : Entity
{
    public required Guid MemberId { get; set; }

    public required string Topic { get; init; }

    public required DateTimeOffset Since { get; init; }
}
