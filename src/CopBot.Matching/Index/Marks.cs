using CopBot.Matching.Similarity;
using CopBot.Matching.Threads;

namespace CopBot.Matching.Index;

/// <summary>What members of a community pressed and marked, to be learnt from.</summary>
/// <param name="Presses">What they said of what was shown to them at once.</param>
/// <param name="Threads">Threads, and which of their replies helped.</param>
public sealed record Marks(
    IReadOnlyList<Pressed> Presses, IReadOnlyList<(ThreadText Thread, IReadOnlyList<bool> Answers)> Threads)
{
    /// <summary>Nothing.</summary>
    public static Marks None { get; } = new([], []);
}
