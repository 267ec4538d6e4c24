namespace CopBot.Domain;

/// <summary>
/// One way to say one of the community's own terms, in one language. Forms of one term mean the same.
/// </summary>
internal sealed class GlossaryForm : Entity
{
    public required Guid CommunityId { get; init; }

    /// <summary>Which term it is a form of.</summary>
    public required Guid TermId { get; init; }

    /// <summary>By ISO 639-1.</summary>
    public required string Language { get; init; }

    public required string Text { get; init; }
}
