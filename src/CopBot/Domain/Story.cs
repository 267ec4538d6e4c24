namespace CopBot.Domain;

/// <summary>
/// What a member did with what the community knew, and what came of it. Its words can be erased; the log keeps that
/// there was one, and how well it is supported.
/// </summary>
internal sealed class Story : Root
{
    public required Guid CommunityId { get; init; }

    public required Guid QuestionId { get; init; }

    public required Guid AnswerId { get; init; }

    /// <summary>Who tells it; null once erased.</summary>
    public Guid? MemberId { get; set; }

    public required DateTimeOffset ToldAt { get; init; }

    /// <summary>What was done, and where.</summary>
    public required string Did { get; set; }

    /// <summary>What changed because of it; empty if nothing is said.</summary>
    public required string Changed { get; set; }

    /// <summary>A document or an address that shows it; empty for none.</summary>
    public required string Evidence { get; set; }

    /// <summary>Who was asked to confirm it; null for nobody.</summary>
    public Guid? ConfirmerId { get; set; }

    /// <summary>Whether that person confirms it; null before they said.</summary>
    public bool? Confirmed { get; set; }

    /// <summary>What else may explain it, as who examined that found; empty while nobody did.</summary>
    public string Rivals { get; set; } = "";

    /// <summary>Who examined it; null while nobody did, or once erased.</summary>
    public Guid? ExaminerId { get; set; }
}
