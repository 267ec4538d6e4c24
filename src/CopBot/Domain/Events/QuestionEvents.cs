using System.Globalization;

namespace CopBot.Domain.Events;

internal sealed record QuestionFollowed(Question Question, Guid MemberId) : DomainEvent(MemberId)
{
    public override string Type => "question.followed";

    public override IEnumerable<(string Key, string Value)> Subjects => [("question_id", $"{Question.Id:N}")];
}

internal sealed record QuestionAsked(Question Question) : DomainEvent(Question.AskerId)
{
    public override string Type => "question.asked";

    public override Guid? Veil => Question.Veil(ActorId);

    public override IEnumerable<(string Key, string Value)> Subjects =>
        [("question_id", $"{Question.Id:N}"), ("anonymous", Question.Anonymous ? "true" : "false")];
}

internal sealed record QuestionEdited(Question Question) : DomainEvent(Question.AskerId)
{
    public override string Type => "question.edited";

    public override Guid? Veil => Question.Veil(ActorId);

    public override IEnumerable<(string Key, string Value)> Subjects => [("question_id", $"{Question.Id:N}")];
}

internal sealed record QuestionWithdrawn(Question Question) : DomainEvent(Question.AskerId)
{
    public override string Type => "question.withdrawn";

    public override Guid? Veil => Question.Veil(ActorId);

    public override IEnumerable<(string Key, string Value)> Subjects => [("question_id", $"{Question.Id:N}")];
}

/// <summary>
/// Somebody was asked. The rule says why: <c>evidence</c>, or <c>suggested</c> by who was asked before.
/// </summary>
internal sealed record QuestionRouted(
    Question Question, Guid ExpertId, int Rank, int Candidates, string Rule, double Score)
    : DomainEvent(ActorId: null)
{
    public override string Type => "question.routed";

    public override bool HidesOrigin => Question.Anonymous;

    public override IEnumerable<(string Key, string Value)> Subjects =>
    [
        ("question_id", $"{Question.Id:N}"),
        ("rank", Rank.ToString(CultureInfo.InvariantCulture)),
        ("candidates", Candidates.ToString(CultureInfo.InvariantCulture)),
        ("rule", Rule),
        ("score", Score.ToString("F3", CultureInfo.InvariantCulture)),
    ];

    public override IEnumerable<(string Key, Guid MemberId)> Members => [("expert", ExpertId)];
}

/// <summary>Who was asked is not asked any more: passed, suggested somebody, is away or gone.</summary>
internal sealed record QuestionDeclined(Question Question, Guid? By, string How) : DomainEvent(By)
{
    public override string Type => "question.declined";

    public override IEnumerable<(string Key, string Value)> Subjects =>
        [("question_id", $"{Question.Id:N}"), ("how", How)];
}

internal sealed record QuestionEscalated(Question Question, string Step) : DomainEvent(ActorId: null)
{
    public override string Type => "question.escalated";

    public override bool HidesOrigin => Question.Anonymous;

    public override IEnumerable<(string Key, string Value)> Subjects =>
        [("question_id", $"{Question.Id:N}"), ("step", Step)];
}
