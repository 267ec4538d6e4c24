using System.Globalization;

namespace CopBot.Domain.Events;

internal sealed record QuestionAsked(Question Question) : DomainEvent(Question.AskerId)
{
    public override string Type => "question.asked";

    public override IEnumerable<(string Key, string Value)> Subjects => [("question_id", $"{Question.Id:N}")];
}

internal sealed record QuestionEdited(Question Question) : DomainEvent(Question.AskerId)
{
    public override string Type => "question.edited";

    public override IEnumerable<(string Key, string Value)> Subjects => [("question_id", $"{Question.Id:N}")];
}

internal sealed record QuestionWithdrawn(Question Question) : DomainEvent(Question.AskerId)
{
    public override string Type => "question.withdrawn";

    public override IEnumerable<(string Key, string Value)> Subjects => [("question_id", $"{Question.Id:N}")];
}

internal sealed record QuestionRouted(Question Question, Guid ExpertId, int Rank, int Candidates)
    : DomainEvent(ActorId: null)
{
    public override string Type => "question.routed";

    public override IEnumerable<(string Key, string Value)> Subjects =>
    [
        ("question_id", $"{Question.Id:N}"),
        ("rank", Rank.ToString(CultureInfo.InvariantCulture)),
        ("candidates", Candidates.ToString(CultureInfo.InvariantCulture)),
    ];

    public override IEnumerable<(string Key, Guid MemberId)> Members => [("expert", ExpertId)];
}

internal sealed record QuestionEscalated(Question Question, string Step) : DomainEvent(ActorId: null)
{
    public override string Type => "question.escalated";

    public override IEnumerable<(string Key, string Value)> Subjects =>
        [("question_id", $"{Question.Id:N}"), ("step", Step)];
}
