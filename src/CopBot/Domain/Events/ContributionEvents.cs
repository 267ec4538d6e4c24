namespace CopBot.Domain.Events;

/// <summary>An answer came, or a comment was promoted to one.</summary>
internal sealed record AnswerPosted(Question Question, Contribution Answer) : DomainEvent(Answer.AuthorId)
{
    public override string Type => "answer.posted";

    public override IEnumerable<(string Key, string Value)> Subjects => About(Question, Answer);

    internal static IEnumerable<(string Key, string Value)> About(Question question, Contribution contribution) =>
        [("question_id", $"{question.Id:N}"), ("answer_id", $"{contribution.Id:N}")];
}

internal sealed record AnswerEdited(Question Question, Contribution Answer) : DomainEvent(Answer.AuthorId)
{
    public override string Type => "answer.edited";

    public override Guid? Veil => Answer.Kind == ContributionKind.FollowUp ? Question.Veil(ActorId) : null;

    public override IEnumerable<(string Key, string Value)> Subjects => AnswerPosted.About(Question, Answer);
}

internal sealed record AnswerDeleted(Question Question, Contribution Answer) : DomainEvent(Answer.AuthorId)
{
    public override string Type => "answer.deleted";

    public override Guid? Veil => Answer.Kind == ContributionKind.FollowUp ? Question.Veil(ActorId) : null;

    public override IEnumerable<(string Key, string Value)> Subjects => AnswerPosted.About(Question, Answer);
}

/// <summary>The asker says that it helped.</summary>
internal sealed record AnswerAccepted(Question Question, Contribution Answer) : DomainEvent(Question.AskerId)
{
    public override string Type => "answer.accepted";

    public override Guid? Veil => Question.Veil(ActorId);

    public override IEnumerable<(string Key, string Value)> Subjects => AnswerPosted.About(Question, Answer);
}

/// <summary>The asker took it back.</summary>
internal sealed record AnswerUnaccepted(Question Question, Contribution Answer) : DomainEvent(Question.AskerId)
{
    public override string Type => "answer.unaccepted";

    public override Guid? Veil => Question.Veil(ActorId);

    public override IEnumerable<(string Key, string Value)> Subjects => AnswerPosted.About(Question, Answer);
}

/// <summary>A comment or the asker's follow-up.</summary>
internal sealed record MessagePosted(Question Question, Contribution Message) : DomainEvent(Message.AuthorId)
{
    public override string Type => "message.posted";

    public override Guid? Veil => Message.Kind == ContributionKind.FollowUp ? Question.Veil(ActorId) : null;

    public override IEnumerable<(string Key, string Value)> Subjects =>
    [
        ("question_id", $"{Question.Id:N}"),
        ("message_id", $"{Message.Id:N}"),
        ("kind", Message.Kind == ContributionKind.FollowUp ? "follow_up" : "comment"),
    ];
}
