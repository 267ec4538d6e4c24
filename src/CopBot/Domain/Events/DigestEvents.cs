namespace CopBot.Domain.Events;

internal sealed record DigestPosted(Digest Digest, Guid? By, int Places) : DomainEvent(By)
{
    public override string Type => "digest.posted";

    public override IEnumerable<(string Key, string Value)> Subjects =>
    [
        ("digest_id", $"{Digest.Id:N}"),
        ("places", Places.ToString(System.Globalization.CultureInfo.InvariantCulture)),
    ];
}

/// <summary>The asker was asked whether the answer was used, or said so.</summary>
internal sealed record FollowedUp(Question Question, FollowUp FollowUp, Guid? By, string How) : DomainEvent(By)
{
    public override string Type => $"followup.{How}";

    public override bool HidesOrigin => Question.Anonymous;

    public override Guid? Veil => Question.Veil(ActorId);

    public override IEnumerable<(string Key, string Value)> Subjects =>
    [
        ("question_id", $"{Question.Id:N}"),
        ("answer_id", $"{FollowUp.AnswerId:N}"),
        ("outcome", FollowUp.Answer?.ToString() ?? "none"),
    ];
}
