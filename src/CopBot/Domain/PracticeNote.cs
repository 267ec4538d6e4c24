namespace CopBot.Domain;

/// <summary>
/// What a member knows from practice, kept so that others find it. Every change is a revision; nothing is shown before
/// a coordinator published it.
/// </summary>
internal sealed class PracticeNote : Root
{
    public required Guid CommunityId { get; init; }

    /// <summary>Its number in the community: people call it <c>N12</c>.</summary>
    public required int Number { get; init; }

    /// <summary>The answer it was kept from; null if it was not kept from one.</summary>
    public Guid? AnswerId { get; init; }

    public Guid? QuestionId { get; init; }

    /// <summary>Who vouches for it; null once the person was erased.</summary>
    public Guid? AuthorId { get; set; }

    /// <summary>How the author agreed to be named. Withdrawn at any time, effective at once.</summary>
    public NoteNaming Naming { get; set; }

    public NoteState State { get; set; }

    /// <summary>The note that says the same and took this one's place; null if none did.</summary>
    public Guid? MergedIntoId { get; set; }

    public required string Title { get; set; }

    /// <summary>Where it was, with which constraint.</summary>
    public string? Situation { get; set; }

    /// <summary>What was noticed.</summary>
    public string? TurningPoint { get; set; }

    /// <summary>What was done, and why.</summary>
    public string? Doing { get; set; }

    /// <summary>What a newcomer would get wrong.</summary>
    public string? NewcomerMistake { get; set; }

    /// <summary>When it would not work.</summary>
    public string? Limits { get; set; }

    /// <summary>Where it is valid: country or kind of organisation, law or system, until when.</summary>
    public string? ValidFor { get; set; }

    /// <summary>What it is about, in the author's words, by commas.</summary>
    public string? Topics { get; set; }

    /// <summary>BCP 47 tag of what it is written in; null if unknown.</summary>
    public string? Language { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>When somebody must look at it again; null before it is published.</summary>
    public DateTimeOffset? ReviewBy { get; set; }

    public List<NoteRevision> Revisions { get; } = [];

    public string Handle => $"N{Number}";

    /// <summary>The longest title, in characters.</summary>
    public const int LongestTitle = 200;

    /// <summary>The title that a question gives a note: its first line.</summary>
    public static string TitleOf(string question) => Chat.Cards.Shortening.To(
        question.Split('\n', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault() ?? "",
        LongestTitle);

    /// <summary>Whether everybody in the community may read it.</summary>
    public bool IsPublished => State is NoteState.Published or NoteState.DueForReview;

    /// <summary>All its words, for ranking.</summary>
    public string Body => string.Join(
        '\n',
        new[] { Situation, TurningPoint, Doing, NewcomerMistake, Limits, ValidFor, Topics }
            .Where(part => !string.IsNullOrWhiteSpace(part)));
}

internal enum NoteState
{
    InReview,
    Published,
    DueForReview,
    Retired,
}

internal enum NoteNaming
{
    /// <summary>Nobody is named: the default until the author says otherwise.</summary>
    Unnamed,

    /// <summary>By organisation and country only.</summary>
    RoleOnly,

    Named,
}
