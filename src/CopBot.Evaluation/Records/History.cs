using System.Runtime.InteropServices;

namespace CopBot.Evaluation.Records;

/// <summary>
/// Everything that a community's log tells up to a moment, as far as it is measured. Times are days since the start.
/// </summary>
/// <param name="Start">Midnight, UTC, of the first day.</param>
/// <param name="End">When the log was read, in days.</param>
/// <param name="Exchange">Members, questions and answers.</param>
public sealed record History(DateTimeOffset Start, double End, Exchange Exchange)
{
    /// <summary>What shows that a member was there, beside questions and answers; members by number.</summary>
    public IReadOnlyList<Trace> Traces { get; init; } = [];

    /// <summary>When who led; members by number.</summary>
    public IReadOnlyList<Leading> Leaders { get; init; } = [];

    /// <summary>Whether each member, by number, agreed to research.</summary>
    public IReadOnlyList<bool> AgreedToResearch { get; init; } = [];

    /// <summary>The studies that each member, by number, agreed to beside research as a whole; in lower case.</summary>
    public IReadOnlyList<IReadOnlySet<string>> AgreedToStudies { get; init; } = [];

    /// <summary>What was shown at once, and what became of it.</summary>
    public SuggestionCounts Suggestions { get; init; } = new(0, 0, 0);

    /// <summary>Practice notes.</summary>
    public IReadOnlyList<NoteRow> Notes { get; init; } = [];

    /// <summary>What became of the question whether an answer was used.</summary>
    public IReadOnlyList<FollowUpRow> FollowUps { get; init; } = [];

    /// <summary>What members told of what came of answers.</summary>
    public IReadOnlyList<StoryRow> Stories { get; init; } = [];

    /// <summary>Experts asked for questions, and how many of those answered.</summary>
    public RoutingCounts Routing { get; init; } = new(0, 0, 0);

    /// <summary>Money, formalisation and other dated facts.</summary>
    public IReadOnlyList<Annotation> Annotations { get; init; } = [];

    /// <summary>When nothing could be recorded.</summary>
    public IReadOnlyList<(double From, double To)> Gaps { get; init; } = [];

    /// <summary>How many entries the log has.</summary>
    public long Entries { get; init; }

    /// <summary>The hash of the last of them, in hexadecimal.</summary>
    public string Head { get; init; } = "";
}

/// <summary>A sign of a member.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Trace(int Member, double Day);

/// <summary>A stretch in which a member led or belonged to the core.</summary>
/// <param name="Member">Who.</param>
/// <param name="From">Since when.</param>
/// <param name="To">Until when; infinite while it lasts.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Leading(int Member, double From, double To);

/// <summary>What was shown at once.</summary>
/// <param name="Shown">To how many questions.</param>
/// <param name="Solved">How many of them it solved, as who asked said.</param>
/// <param name="NotSolved">How many it did not.</param>
public sealed record SuggestionCounts(int Shown, int Solved, int NotSolved);

/// <summary>A practice note.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Captured">When it was kept.</param>
/// <param name="Published">When it was published; null before.</param>
/// <param name="Flagged">When somebody first said it was outdated; null before.</param>
/// <param name="Reuses">How many questions it solved.</param>
public sealed record NoteRow(string Id, double Captured, double? Published, double? Flagged, int Reuses);

/// <summary>What became of one follow-up.</summary>
/// <param name="Sent">When it was asked.</param>
/// <param name="Outcome"><c>Yes</c>, <c>Adapted</c>, <c>Planned</c>, <c>No</c>; null without a reply.</param>
/// <param name="Question">The question, by number; −1 if unknown.</param>
public sealed record FollowUpRow(double Sent, string? Outcome, int Question);

/// <summary>What a member told of what came of an answer.</summary>
/// <param name="Told">When.</param>
/// <param name="Chain">What supports it.</param>
/// <param name="Disputed">Whether a second person says otherwise.</param>
/// <param name="Otherwise"><c>same</c>, <c>later</c>, <c>not</c> or <c>unknown</c>: without the community.</param>
public sealed record StoryRow(double Told, Value.ContributionChain Chain, bool Disputed, string Otherwise);

/// <summary>Who was asked.</summary>
/// <param name="Asked">How often an expert was asked.</param>
/// <param name="Answered">How often that expert then answered that question.</param>
/// <param name="Declined">How often that expert passed.</param>
public sealed record RoutingCounts(int Asked, int Answered, int Declined);

/// <summary>A dated fact that coordinators entered.</summary>
/// <param name="Kind"><c>funding</c>, <c>formalisation</c>, <c>leadership_change</c>, <c>external_event</c> …</param>
/// <param name="From">Since when, in days; may be before the start.</param>
/// <param name="To">Until when; null where it has no end.</param>
/// <param name="Recorded">When it was entered: before or after the outcomes were known.</param>
/// <param name="Text">What it is.</param>
public sealed record Annotation(string Kind, double From, double? To, double Recorded, string Text)
{
    /// <summary>Of funding: how much, in the currency of the report.</summary>
    public double? Amount { get; init; }

    /// <summary>Of formalisation: which of the ten items.</summary>
    public int? Item { get; init; }

    /// <summary>Of formalisation: 0, ½ or 1.</summary>
    public double? Degree { get; init; }
}
