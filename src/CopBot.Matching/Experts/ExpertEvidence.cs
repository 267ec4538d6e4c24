namespace CopBot.Matching.Experts;

/// <summary>What is known of one member's knowledge when a question is asked.</summary>
/// <param name="MemberId">Whom.</param>
/// <param name="Topics">What the member says of their own knowledge.</param>
/// <param name="Answers">The questions the member answered.</param>
/// <param name="OpenAsks">How many questions wait for the member now.</param>
public sealed record ExpertEvidence(
    Guid MemberId, IReadOnlyList<string> Topics, IReadOnlyList<AnsweredQuestion> Answers, int OpenAsks);

/// <summary>A question that a member answered.</summary>
/// <param name="Terms">The question's terms.</param>
/// <param name="Age">How long ago.</param>
/// <param name="Helped">Whether the asker said that the answer helped.</param>
public sealed record AnsweredQuestion(IReadOnlySet<string> Terms, TimeSpan Age, bool Helped);

/// <summary>A member with the score and the terms that made it.</summary>
/// <param name="MemberId">Whom.</param>
/// <param name="Score">Higher is better; comparable within one ranking only.</param>
/// <param name="DeclaredTopic">The declared topic that fits best; null if none does.</param>
/// <param name="SimilarAnswered">How many similar questions the member answered.</param>
public sealed record RankedExpert(Guid MemberId, double Score, string? DeclaredTopic, int SimilarAnswered);
