namespace CopBot.Domain;

/// <summary>
/// What a text of something known means, as a language model says. Derived from the text, and goes with it.
/// </summary>
internal sealed class TextVector
{
    public required Guid CommunityId { get; init; }

    /// <summary>The question or the note, by its key in the index.</summary>
    public required string Item { get; init; }

    /// <summary>Which of its texts: 0 is the title or question.</summary>
    public required int Part { get; init; }

    /// <summary>The model’s own name.</summary>
    public required string Model { get; set; }

    /// <summary>SHA-256 of the text.</summary>
    public required byte[] Hash { get; set; }

    /// <summary>One byte for each dimension.</summary>
    public required byte[] Vector { get; set; }
}
