namespace CopBot.Domain;

/// <summary>How many tokens of a language model a community used on a day.</summary>
internal sealed class TokenUse
{
    public required Guid CommunityId { get; init; }

    /// <summary>In UTC.</summary>
    public required DateOnly Day { get; init; }

    public long Tokens { get; set; }
}
