namespace CopBot.Domain;

/// <summary>How far the texts of what a community knows have vectors.</summary>
internal sealed class MeaningProgress
{
    /// <summary>Before all texts were looked at once, by the model of today.</summary>
    public const long NeverDone = -1;

    public required Guid CommunityId { get; init; }

    /// <summary>The model that vectors are of; empty before there is one.</summary>
    public string Model { get; set; } = "";

    /// <summary>Up to where in the feed of changes all texts have vectors.</summary>
    public long Position { get; set; } = NeverDone;

    /// <summary>Until then one host is at it, and no other.</summary>
    public DateTimeOffset ClaimedUntil { get; set; }
}
