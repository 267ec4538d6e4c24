using System.Numerics;

namespace CopBot.Matching;

/// <summary>
/// Which terms a text may have, in 64 bits that are stored with it: a text that can't be like another is told by them
/// without being read. Source: Bloom, 1970, Space/time trade-offs in hash coding with allowable errors; with one hash.
/// </summary>
public static class TermSketch
{
    /// <summary>
    /// One bit for each term, several terms to one bit where they fall together; 0 for a text without terms.
    /// </summary>
    /// <param name="text">Any text.</param>
    public static long Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bits = 0L;
        var reader = new TermReader(text, stackalloc char[256]);
        while (reader.MoveNext()) bits |= BitOf(reader.Current);
        return bits;
    }

    /// <summary>
    /// How alike two texts can be at most by <see cref="Likeness"/>, 0 to 1: the other shares no term whose bit it has
    /// not, and has as many terms as bits at least.
    /// </summary>
    /// <param name="terms">The terms of one.</param>
    /// <param name="sketch">The sketch of the other.</param>
    public static double AtMost(IReadOnlySet<string> terms, long sketch)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var shared = terms.Count(term => (sketch & BitOf(term)) != 0);
        return Likeness.Of(shared, terms.Count, Math.Max(shared, BitOperations.PopCount((ulong)sketch)));
    }

    private static long BitOf(ReadOnlySpan<char> term)
    {
        var hash = Fnv1a.Of(term);
        return 1L << (int)((hash ^ (hash >> 16)) & 63);
    }
}
