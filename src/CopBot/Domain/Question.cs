using CopBot.Chat;
using CopBot.Matching;

namespace CopBot.Domain;

/// <summary>One question, one record, as many threads as it has places.</summary>
internal sealed class Question : Root
{
    public required Guid CommunityId { get; init; }

    /// <summary>Its number in the community: people call it <c>Q7</c>.</summary>
    public required int Number { get; init; }

    /// <summary>Who asked; null once the person was erased.</summary>
    public Guid? AskerId { get; set; }

    public required string Text
    {
        get;
        set
        {
            field = value;
            Sketch = TermSketch.Of(value);
        }
    }

    /// <summary>Which terms the text may have; null where it was asked before sketches were made.</summary>
    public long? Sketch { get; private set; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Asked in a direct chat: shown in no channel unless the asker agrees.</summary>
    public bool Private { get; init; }

    /// <summary>Nobody is shown who asked, nor from where. Always private too.</summary>
    public bool Anonymous { get; init; }

    /// <summary>The asker agreed that a private question shows in the home places.</summary>
    public bool ChannelsAllowed { get; set; }

    /// <summary>How far it was escalated: 0 when those who know were asked, then one more at each step.</summary>
    public int Step { get; set; }

    /// <summary>When the next step comes, as long as nobody answered; null once somebody did.</summary>
    public DateTimeOffset? NextStepAt { get; set; }

    /// <summary>
    /// Nobody is asked before <see cref="NextStepAt"/>: everybody who knows has quiet hours, or the asker may follow
    /// <see cref="SameAs"/> instead.
    /// </summary>
    public bool AsksLater { get; set; }

    /// <summary>The asker was shown what the community knows already, and has not said what it is worth.</summary>
    public bool Suggested { get; set; }

    /// <summary>The number of the open question that says the same, as long as the asker may still choose it.</summary>
    public int? SameAs { get; set; }

    public QuestionState State { get; set; }

    /// <summary>The message it was asked in; null for commands.</summary>
    public string? SourceConnection { get; init; }

    public string? SourcePlace { get; init; }

    public string? SourceMessage { get; init; }

    public List<QuestionThread> Threads { get; } = [];

    public List<Assignment> Assignments { get; } = [];

    public List<Contribution> Contributions { get; } = [];

    /// <summary>The member has answered: whatever was put to that member is settled.</summary>
    public void AnsweredBy(Guid memberId, DateTimeOffset at)
    {
        Touch();
        if (Assignments.Find(a => a.MemberId == memberId && a.State != AssignmentState.Answered) is not { } open)
        {
            return;
        }
        open.State = AssignmentState.Answered;
        open.EndedAt = at;
    }

    /// <summary>
    /// Private questions are for the asker and for those who were asked; any other is for the community.
    /// </summary>
    public bool IsOpenTo(Guid memberId) =>
        !Private || ChannelsAllowed || AskerId == memberId || Assignments.Exists(
            assignment => assignment.MemberId == memberId);

    /// <summary>The member is not asked any more: passed, away, left.</summary>
    public void PassedBy(Guid memberId, DateTimeOffset at)
    {
        Touch();
        foreach (var own in Assignments.Where(a => a.MemberId == memberId && a.State == AssignmentState.Pending))
        {
            own.State = AssignmentState.Passed;
            own.EndedAt = at;
        }
    }

    /// <summary>The asker needs no answer any more.</summary>
    public void Withdraw(DateTimeOffset at)
    {
        Touch();
        State = QuestionState.Withdrawn;
        NextStepAt = null;
        (Suggested, SameAs, AsksLater) = (false, null, false);
        Expire(at);
    }

    /// <summary>Something that was said is taken away; a question that only it had helped is open again.</summary>
    public void Remove(Contribution said, DateTimeOffset at)
    {
        Touch();
        said.Text = "";
        said.RemovedAt ??= at;
        said.HelpedAt = null;
        if (State == QuestionState.Helped && !Contributions.Exists(c => c.HelpedAt is not null))
        {
            State = QuestionState.Open;
        }
    }

    /// <summary>Nobody who was asked answered in time, or need to any more.</summary>
    public void Expire(DateTimeOffset at)
    {
        Touch();
        foreach (var open in Assignments.Where(a => a.State == AssignmentState.Pending))
        {
            open.State = AssignmentState.Expired;
            open.EndedAt = at;
        }
    }

    /// <summary>Its id, if that member asked it anonymously; null otherwise.</summary>
    public Guid? Veil(Guid? member) => Anonymous && member is not null && member == AskerId ? Id : null;

    /// <summary>Whether there is an answer that was not taken away.</summary>
    public bool IsAnswered => Contributions.Exists(c => c.Kind == ContributionKind.Answer && c.RemovedAt is null);

    /// <summary>Whether somebody must still do something about it.</summary>
    public bool IsWaiting => State == QuestionState.Open && !IsAnswered;

    public string Handle => $"Q{Number}";

    public MessageRef? Source => SourceConnection is null || SourcePlace is null || SourceMessage is null
        ? null
        : new(new(SourceConnection, SourcePlace), SourceMessage, null);
}

internal enum QuestionState
{
    Open,

    /// <summary>The asker said that an answer helped.</summary>
    Helped,

    /// <summary>The asker said that what the community knew already solved it.</summary>
    Solved,

    Withdrawn,
}
