namespace CopBot.Domain.Events;

/// <summary>Something happened to a note: <c>created</c>, <c>updated</c>, <c>published</c>, <c>retired</c> …</summary>
internal sealed record NoteChanged(PracticeNote Note, Guid? By, string How) : DomainEvent(By)
{
    /// <summary>By the catalogue's words; earlier versions wrote <c>item.</c> and how.</summary>
    public override string Type => How switch
    {
        "created" => "knowledge.captured",
        "updated" => "knowledge.curated",
        "confirmed" => "knowledge.reviewed",
        _ => $"knowledge.{How}",
    };

    public override IEnumerable<(string Key, string Value)> Subjects =>
    [
        ("item_id", $"{Note.Id:N}"), ("revision", $"{Note.Revisions.Count}"),
        .. Note.AnswerId is { } answer ? [("answer_id", $"{answer:N}")] : Array.Empty<(string, string)>(),
    ];
}

/// <summary>A member opened a note by its handle.</summary>
internal sealed record NoteViewed(PracticeNote Note, Guid By) : DomainEvent(By)
{
    public override string Type => "knowledge.viewed";

    public override IEnumerable<(string Key, string Value)> Subjects => [("item_id", $"{Note.Id:N}")];
}

/// <summary>A suggestion was shown, or its asker said what it was worth.</summary>
internal sealed record SuggestionChanged(Question Question, Suggestion Suggestion, Guid? By, string How)
    : DomainEvent(By)
{
    public override string Type => $"suggestion.{How}";

    public override bool HidesOrigin => Question.Anonymous;

    public override Guid? Veil => Question.Veil(ActorId);

    public override IEnumerable<(string Key, string Value)> Subjects =>
    [
        ("question_id", $"{Question.Id:N}"),
        ("item_id", $"{Suggestion.NoteId ?? Suggestion.AnswerId:N}"),
        ("rank", Suggestion.Rank.ToString(System.Globalization.CultureInfo.InvariantCulture)),
    ];
}

/// <summary>What the community knows already did not help: the question goes to those who know.</summary>
internal sealed record ExpertsWanted(Question Question, Guid? By) : DomainEvent(By)
{
    public override string Type => "question.experts_wanted";

    public override Guid? Veil => Question.Veil(ActorId);

    public override IEnumerable<(string Key, string Value)> Subjects => [("question_id", $"{Question.Id:N}")];
}
