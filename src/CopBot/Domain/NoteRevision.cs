namespace CopBot.Domain;

/// <summary>How a note read at a time, who changed it, and why. Never changed, never dropped, but by erasure.</summary>
internal sealed class NoteRevision : Entity
{
    public required Guid NoteId { get; init; }

    public required int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public Guid? ById { get; set; }

    /// <summary>One word: <c>kept</c>, <c>seeded</c>, <c>changed</c>, <c>published</c>, <c>merged</c> ….</summary>
    public required string Why { get; init; }

    /// <summary>Title and all parts, as they were.</summary>
    public required string Text { get; set; }
}
