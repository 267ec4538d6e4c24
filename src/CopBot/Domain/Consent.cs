namespace CopBot.Domain;

/// <summary>A yes to one purpose: dated, withdrawable, never overwritten.</summary>
internal sealed class Consent : Entity
{
    /// <summary>The purpose of the research export. Membership alone does not give it.</summary>
    public const string Research = "research";

    /// <summary>The purpose of one study's export, by the study's name.</summary>
    public static string Study(string name) => $"{Research}:{name.Trim().ToLowerInvariant()}";

    public required Guid MemberId { get; set; }

    public required string Purpose { get; init; }

    public required DateTimeOffset From { get; init; }

    public DateTimeOffset? To { get; set; }
}
