using System.Numerics.Tensors;

namespace CopBot.Matching.Vectors;

/// <summary>A direction for each term; a text points where its terms do, rarer ones counting more.</summary>
internal sealed class TermVectors(
    IReadOnlyDictionary<string, int> rows, float[][] vectors, float[] rarity, bool damped)
{
    private readonly int _width = vectors.Length == 0 ? 0 : vectors[0].Length;

    public static TermVectors Read(BinaryReader from)
    {
        var (damped, width) = (from.ReadBoolean(), from.ReadInt32());
        var rows = from.Counts();
        var rarity = from.Singles();
        var all = from.Singles();
        var vectors = Enumerable.Range(0, rows.Count).Select(row => all[(row * width)..((row + 1) * width)]);
        return new(rows, [.. vectors], rarity, damped);
    }

    public void Write(BinaryWriter to)
    {
        to.Write(damped);
        to.Write(_width);
        to.Counts(rows);
        to.Singles(rarity);
        to.Singles([.. vectors.SelectMany(vector => vector)]);
    }

    /// <summary>Of length one; nothing but zeros if no term of the text is known.</summary>
    public float[] Of(IEnumerable<string> terms)
    {
        var sum = new float[_width];
        foreach (var (term, count) in terms.CountBy(term => term, StringComparer.Ordinal))
        {
            if (!rows.TryGetValue(term, out var row)) continue;
            var weight = rarity[row] * (damped ? 1 + MathF.Log(count) : count);
            TensorPrimitives.MultiplyAdd(vectors[row], weight, sum, sum);
        }

        return Unit(sum);
    }

    public static float[] Unit(float[] vector)
    {
        var length = TensorPrimitives.Norm(vector);
        if (length > 0) TensorPrimitives.Divide(vector, length, vector);
        return vector;
    }
}
