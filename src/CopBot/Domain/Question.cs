using CopBot.Chat;

namespace CopBot.Domain;

/// <summary>One question, one record, as many threads as it has places.</summary>
internal sealed class Question : Root
{
    public required Guid CommunityId { get; init; }

    /// <summary>Its number in the community: people call it <c>Q7</c>.</summary>
    public required int Number { get; init; }

    /// <summary>Who asked; null once the person was erased.</summary>
    public Guid? AskerId { get; set; }

    public required string Text { get; set; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Asked in a direct chat: shown in no channel unless the asker agrees.</summary>
    public bool Private { get; init; }

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
        !Private || AskerId == memberId || Assignments.Exists(assignment => assignment.MemberId == memberId);

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

    Withdrawn,
}
