namespace CopBot.Matching.Similarity;

/// <summary>What somebody said of something that was shown at once.</summary>
/// <param name="Sought">What was asked.</param>
/// <param name="Shown">The key of what was shown.</param>
/// <param name="Solved">Whether it solved it; else it was not their case.</param>
public sealed record Pressed(SoughtText Sought, string Shown, bool Solved);

/// <summary>As above, with what made everything rank that was found.</summary>
/// <param name="Found">The signals of all that was found, best first.</param>
/// <param name="Shown">Which of them was shown.</param>
/// <param name="Solved">Whether it solved it.</param>
public sealed record JudgedFind(IReadOnlyList<Signals> Found, int Shown, bool Solved);
