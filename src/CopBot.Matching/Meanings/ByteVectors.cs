using System.Numerics;
using System.Runtime.InteropServices;

namespace CopBot.Matching.Meanings;

/// <summary>Vectors of bytes.</summary>
internal static class ByteVectors
{
    /// <summary>Their dot product. Both are of one length.</summary>
    public static int Dot(ReadOnlySpan<sbyte> one, ReadOnlySpan<sbyte> other)
    {
        var (sum, wide) = (0, one.Length - (one.Length % Vector<sbyte>.Count));
        var sums = Vector<int>.Zero;
        var ones = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(one[..wide]);
        var others = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(other[..wide]);
        for (var i = 0; i < ones.Length; i++)
        {
            Vector.Widen(ones[i], out var oneLow, out var oneHigh);
            Vector.Widen(others[i], out var otherLow, out var otherHigh);
            Vector.Widen(oneLow * otherLow, out var first, out var second);
            Vector.Widen(oneHigh * otherHigh, out var third, out var fourth);
            sums += first + second + third + fourth;
        }

        for (var i = wide; i < one.Length; i++) sum += one[i] * other[i];
        return sum + Vector.Sum(sums);
    }
}
