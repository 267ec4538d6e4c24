namespace CopBot.Domain;

/// <summary>What somebody said about a question: an answer, a comment, or the asker's follow-up.</summary>
internal sealed class Contribution : Entity
{
    public required Guid QuestionId { get; init; }

    /// <summary>The question's: the latest of a community are found by it however many there are.</summary>
    public required Guid CommunityId { get; init; }

    /// <summary>Who said it; null once the person was erased.</summary>
    public Guid? AuthorId { get; set; }

    public required ContributionKind Kind { get; set; }

    public required string Text { get; set; }

    public required DateTimeOffset SaidAt { get; init; }

    public DateTimeOffset? EditedAt { get; set; }

    /// <summary>Since when its text is gone: deleted by its author or erased.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>Since when the asker says that it helped; null if not, or taken back.</summary>
    public DateTimeOffset? HelpedAt { get; set; }

    /// <summary>Since when the asker was asked whether it answers, though nobody said so; null if not.</summary>
    public DateTimeOffset? AskedAboutAt { get; set; }

    /// <summary>The message it was said in; null if it came by form or command.</summary>
    public string? SourceConnection { get; init; }

    public string? SourcePlace { get; init; }

    public string? SourceMessage { get; init; }

    /// <summary>The thread it was said in; null if it came by form outside any thread.</summary>
    public Guid? ThreadId { get; init; }
}

internal enum ContributionKind
{
    Answer,
    Comment,
    FollowUp,
}
