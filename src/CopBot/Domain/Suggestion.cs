namespace CopBot.Domain;

/// <summary>Something the community knows already, shown as an instant answer, and what became of it.</summary>
internal sealed class Suggestion : Entity
{
    public required Guid QuestionId { get; init; }

    /// <summary>The note that was shown; null if it was a helped answer.</summary>
    public Guid? NoteId { get; init; }

    /// <summary>The helped answer that was shown; null if it was a note.</summary>
    public Guid? AnswerId { get; init; }

    public required int Rank { get; init; }

    public required DateTimeOffset ShownAt { get; init; }

    public SuggestionOutcome Outcome { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }
}

internal enum SuggestionOutcome
{
    Shown,
    Solved,
    NotMyCase,
    ExpertsWanted,
}
