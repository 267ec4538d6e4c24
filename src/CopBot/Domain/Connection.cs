namespace CopBot.Domain;

/// <summary>One installation on a chat platform, as the community knows it.</summary>
internal sealed class Connection
{
    /// <summary>Full name, scheme first.</summary>
    public required string Name { get; init; }

    public required Guid CommunityId { get; set; }

    /// <summary>When the platform said that the bot is no longer installed; null while it is.</summary>
    public DateTimeOffset? LostAt { get; set; }
}
