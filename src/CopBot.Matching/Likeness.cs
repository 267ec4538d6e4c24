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
        return first.Count == 0 || second.Count == 0
            ? 0
            : first.Count(second.Contains) / Math.Sqrt((double)first.Count * second.Count);
    }
}
