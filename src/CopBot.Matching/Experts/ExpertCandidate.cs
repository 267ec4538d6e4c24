namespace CopBot.Matching.Experts;

/// <summary>Somebody who may be asked.</summary>
/// <param name="MemberId">Whom.</param>
/// <param name="Topics">What the member says of their own knowledge.</param>
public sealed record ExpertCandidate(Guid MemberId, IReadOnlyList<string> Topics);

/// <summary>A member with the score and the terms that made it.</summary>
/// <param name="MemberId">Whom.</param>
/// <param name="Score">Higher is better; comparable within one ranking only.</param>
/// <param name="HasEvidence">
/// Whether anything says that the member knows of this, rather than of something else.
/// </param>
/// <param name="DeclaredTopic">The declared topic that fits best; null if none does.</param>
/// <param name="SimilarAnswered">How many similar questions the member answered.</param>
public sealed record RankedExpert(
    Guid MemberId, double Score, bool HasEvidence, string? DeclaredTopic, int SimilarAnswered);
