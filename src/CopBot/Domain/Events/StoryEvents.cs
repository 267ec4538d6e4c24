namespace CopBot.Domain.Events;

/// <summary>A member told what came of an answer. The words are elsewhere; here is how much there is of them.</summary>
/// <param name="Question">The question.</param>
/// <param name="Story">The story.</param>
/// <param name="Otherwise">
/// What would have been without the community, as who tells it says: <c>same</c>, <c>later</c>, <c>not</c>,
/// <c>unknown</c>.
/// </param>
internal sealed record StorySubmitted(Question Question, Story Story, string Otherwise) : DomainEvent(Story.MemberId)
{
    /// <summary>From so many characters on somebody says more than that it was of use.</summary>
    private const int Detailed = 60;

    public override string Type => "story.submitted";

    public override bool HidesOrigin => Question.Anonymous;

    public override Guid? Veil => Question.Veil(ActorId);

    public override IEnumerable<(string Key, string Value)> Subjects =>
    [
        ("story_id", $"{Story.Id:N}"), ("question_id", $"{Question.Id:N}"), ("answer_id", $"{Story.AnswerId:N}"),
        ("cycles", Story.Changed.Length > 0 ? "applied+realized" : "applied"),
        ("detailed", Story.Did.Length >= Detailed ? "true" : "false"),
        ("evidence", Story.Evidence.Length > 0 ? "true" : "false"),
        ("otherwise", Otherwise),
    ];
}

/// <summary>A second person says whether it is so.</summary>
/// <param name="Story">The story.</param>
/// <param name="By">The second person.</param>
/// <param name="Holds">Whether it is so.</param>
/// <param name="Independent">Whether that person works elsewhere.</param>
internal sealed record StoryConfirmed(Story Story, Guid By, bool Holds, bool Independent) : DomainEvent(By)
{
    public override string Type => Holds ? "story.confirmed" : "story.disputed";

    public override IEnumerable<(string Key, string Value)> Subjects =>
        [("story_id", $"{Story.Id:N}"), ("independent", Independent ? "true" : "false")];
}

/// <summary>Somebody looked at what else may explain what a story tells; the words are with the story.</summary>
/// <param name="Story">The story.</param>
/// <param name="By">Who looked.</param>
/// <param name="Verdict"><c>holds</c>, <c>partly</c>, or <c>fails</c> if something else explains it better.</param>
internal sealed record StoryExamined(Story Story, Guid By, string Verdict) : DomainEvent(By)
{
    public override string Type => "story.coded";

    public override IEnumerable<(string Key, string Value)> Subjects =>
        [("story_id", $"{Story.Id:N}"), ("verdict", Verdict)];
}
