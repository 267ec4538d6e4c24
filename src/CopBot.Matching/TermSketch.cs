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

    internal static long BitOf(ReadOnlySpan<char> term)
    {
        var hash = Fnv1a.Of(term);
        return 1L << (int)((hash ^ (hash >> 16)) & 63);
    }
}
