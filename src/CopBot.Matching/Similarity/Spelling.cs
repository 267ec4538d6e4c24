using CopBot.Matching.Analysis;
using CopBot.Matching.Vectors;

namespace CopBot.Matching.Similarity;

/// <summary>
/// Texts compared by the pieces of their words, three to five letters each: what is typed wrongly, joined or bent still
/// fits. Rarer pieces count more.
/// </summary>
internal sealed class Spelling
{
    private const int Shortest = 3;
    private const int Longest = 5;

    /// <summary>Pieces are known by a hash; so many of them are told apart.</summary>
    private const int Places = 1 << 18;

    private readonly int[] _holders = new int[Places];
    private readonly int _texts;

    /// <summary>Learns how rare pieces are.</summary>
    public Spelling(IReadOnlyCollection<string> texts)
    {
        _texts = texts.Count;
        foreach (var text in texts)
        {
            foreach (var place in Count(text).Keys) _holders[place]++;
        }
    }

    private Spelling(BinaryReader from)
    {
        _texts = from.ReadInt32();
        from.Numbers().CopyTo(_holders, 0);
    }

    public static Spelling Read(BinaryReader from) => new(from);

    public void Write(BinaryWriter to)
    {
        to.Write(_texts);
        to.Numbers(_holders);
    }

    /// <summary>The pieces of a text, as a vector of length one.</summary>
    public SparseVector Of(string text)
    {
        var counts = Count(text);
        int[] at = [.. counts.Keys];
        Array.Sort(at);
        var values = Array.ConvertAll(
            at, place => (1 + MathF.Log(counts[place])) * (MathF.Log((1f + _texts) / (1 + _holders[place])) + 1));
        return new(at, TermVectors.Unit(values));
    }

    private static Dictionary<int, int> Count(string text)
    {
        var counts = new Dictionary<int, int>();
        var words = Prose.WithoutAccents(text).ToLowerInvariant().AsSpan();
        Span<char> word = new char[words.Length + 2];
        word[0] = ' ';
        var length = 1;
        foreach (var character in words)
        {
            if (char.IsLetterOrDigit(character))
            {
                word[length++] = character;
                continue;
            }

            Add(counts, word, ref length);
        }

        Add(counts, word, ref length);
        return counts;
    }

    private static void Add(Dictionary<int, int> counts, Span<char> word, ref int length)
    {
        if (length == 1) return;
        word[length++] = ' ';
        for (var size = Shortest; size <= Longest; size++)
        {
            for (var start = 0; start + size <= length; start++)
            {
                var place = PlaceOf(word.Slice(start, size));
                counts[place] = counts.GetValueOrDefault(place) + 1;
            }
        }

        length = 1;
    }

    private static int PlaceOf(ReadOnlySpan<char> piece)
    {
        var hash = Fnv1a.Of(piece);
        return (int)((hash ^ (hash >> 18)) & (Places - 1));
    }
}
