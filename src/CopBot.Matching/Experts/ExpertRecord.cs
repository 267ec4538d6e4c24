namespace CopBot.Matching.Experts;

/// <summary>What tells who knows, of one question or one member.</summary>
/// <param name="Question">The question; null if it is a member.</param>
/// <param name="Answers">Its answers, by others than who asked.</param>
/// <param name="Member">The member; null if it is a question.</param>
/// <param name="Topics">What the member says of their own knowledge.</param>
public sealed record ExpertRecord(
    AskedQuestion? Question, IReadOnlyList<GivenAnswer> Answers, Guid? Member, IReadOnlyList<string> Topics)
{
    /// <summary>Nothing is known any more.</summary>
    public static ExpertRecord Nothing { get; } = new(null, [], null, []);

    /// <summary>Its question was erased: nothing of what was known of it before may stay anywhere.</summary>
    internal bool IsErased => Question is { Text: "", Title: "" };

    /// <summary>A question and its answers.</summary>
    /// <param name="question">The question.</param>
    /// <param name="answers">The answers.</param>
    public static ExpertRecord Of(AskedQuestion question, IReadOnlyList<GivenAnswer> answers) =>
        new(question, answers, null, []);

    /// <summary>A member and what they say of their own knowledge.</summary>
    /// <param name="member">The member.</param>
    /// <param name="topics">The topics.</param>
    public static ExpertRecord Of(Guid member, IReadOnlyList<string> topics) => new(null, [], member, topics);
}

/// <summary>An answer.</summary>
/// <param name="MemberId">Who answered. Never the asker of that question: helping oneself is no evidence.</param>
/// <param name="Text">The text.</param>
/// <param name="At">When it was given.</param>
public sealed record GivenAnswer(Guid MemberId, string Text, DateTimeOffset At);
