using System.Numerics;
using System.Runtime.InteropServices;

namespace CopBot.Matching;

/// <summary>
/// A text that many others are held against, by the measure of <see cref="Likeness"/>: a word that they share becomes a
/// string once, not once for each of them. Not for several threads at once.
/// </summary>
public sealed class AlikeTo
{
    private readonly Dictionary<string, Word> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly char[] _room = new char[1024];
    private readonly long[] _bits;
    private int _others;

    /// <param name="text">Any text.</param>
    public AlikeTo(string text)
    {
        foreach (var term in Terms.Of(text)) _words[term] = new() { IsMine = true };
        TermCount = _words.Count;
        _bits = [.. _words.Keys.Select(term => TermSketch.BitOf(term))];
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>How many different terms the text has.</summary>
    public int TermCount { get; }

    /// <summary>How alike a text can be at most, 0 to 1: it shares no term whose bit it has not.</summary>
    /// <param name="sketch">Its <see cref="TermSketch"/>: as many terms as bits it has at least.</param>
    public double AtMost(long sketch)
    {
        var shared = 0;
        foreach (var bit in _bits)
        {
            if ((sketch & bit) != 0) shared++;
        }

        return Likeness.Of(shared, TermCount, Math.Max(shared, BitOperations.PopCount((ulong)sketch)));
    }

    /// <summary>How alike another text is, 0 to 1.</summary>
    /// <param name="other">Any text.</param>
    public double LikenessOf(string other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (number, different, shared) = (++_others, 0, 0);
        var reader = new TermReader(other, _room);
        while (reader.MoveNext())
        {
            ref var word = ref CollectionsMarshal.GetValueRefOrAddDefault(_lookup, reader.Current, out _);
            if (word.LastIn == number) continue;
            word.LastIn = number;
            different++;
            if (word.IsMine) shared++;
        }

        return Likeness.Of(shared, TermCount, different);
    }

    private record struct Word(bool IsMine, int LastIn);
}
