namespace CopBot.Matching.Experts;

/// <summary>What tells who knows.</summary>
/// <param name="Answers">The answers that fit best.</param>
/// <param name="Declared">Who says that they know of something like it.</param>
public sealed record FoundExperts(IReadOnlyList<AnswerFit> Answers, IReadOnlyList<ExpertCandidate> Declared);

/// <summary>How an answer fits a question.</summary>
/// <param name="MemberId">Who gave it.</param>
/// <param name="Score">BM25.</param>
/// <param name="Coverage">The share of the question’s terms that it holds, rarer ones counting more: 0 to 1.</param>
/// <param name="At">When it was given.</param>
public sealed record AnswerFit(Guid MemberId, double Score, double Coverage, DateTimeOffset At);
