using System.Runtime.InteropServices;

namespace CopBot.Matching.Vectors;

/// <summary>Long rows of numbers, as they lie in memory. The files never leave the machine.</summary>
internal static class Binary
{
    public static void Singles(this BinaryWriter to, float[] values)
    {
        to.Write(values.Length);
        to.Write(MemoryMarshal.AsBytes<float>(values));
    }

    public static float[] Singles(this BinaryReader from)
    {
        var values = new float[from.ReadInt32()];
        from.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    public static void Doubles(this BinaryWriter to, double[] values)
    {
        to.Write(values.Length);
        foreach (var value in values) to.Write(value);
    }

    public static double[] Doubles(this BinaryReader from) =>
        [.. Enumerable.Range(0, from.ReadInt32()).Select(_ => from.ReadDouble())];

    public static void Numbers(this BinaryWriter to, int[] values)
    {
        to.Write(values.Length);
        to.Write(MemoryMarshal.AsBytes<int>(values));
    }

    public static int[] Numbers(this BinaryReader from)
    {
        var values = new int[from.ReadInt32()];
        from.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    public static void Counts(this BinaryWriter to, IReadOnlyDictionary<string, int> counts)
    {
        to.Write(counts.Count);
        foreach (var (term, count) in counts)
        {
            to.Write(term);
            to.Write(count);
        }
    }

    public static Dictionary<string, int> Counts(this BinaryReader from)
    {
        var count = from.ReadInt32();
        var counts = new Dictionary<string, int>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++) counts[from.ReadString()] = from.ReadInt32();
        return counts;
    }
}
