namespace CopBot.Matching;

/// <summary>How alike two texts are by their terms.</summary>
public static class Likeness
{
    /// <summary>Shared terms over the geometric mean of both sizes: the cosine of the two sets, 0 to 1.</summary>
    /// <param name="one">The terms of one text.</param>
    /// <param name="other">The terms of the other.</param>
    public static double Of(IEnumerable<string> one, IEnumerable<string> other)
    {
        var first = one.ToHashSet(StringComparer.Ordinal);
        var second = other.ToHashSet(StringComparer.Ordinal);
        return Of(first.Count(second.Contains), first.Count, second.Count);
    }

    /// <summary>The same of what was counted.</summary>
    /// <param name="shared">How many terms both have.</param>
    /// <param name="one">How many one has.</param>
    /// <param name="other">How many the other has.</param>
    internal static double Of(int shared, int one, int other) =>
        shared == 0 ? 0 : shared / Math.Sqrt((double)one * other);
}
