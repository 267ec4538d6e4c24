using System.Buffers.Binary;
using System.Globalization;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace CopBot.Matching.Meanings;

/// <summary>
/// What a text means, as a language model's embedding says: a direction, kept in one byte for each dimension. Only
/// those of one model can be compared.
/// </summary>
public sealed class TextMeaning
{
    private readonly sbyte[] _values;

    private TextMeaning(uint model, sbyte[] values)
    {
        (Model, _values) = (model, values);
        Length = MathF.Sqrt(ByteVectors.Dot(values, values));
    }

    /// <summary>Which model it is of: a number made from its name.</summary>
    public uint Model { get; }

    internal ReadOnlySpan<sbyte> Values => _values;

    internal float Length { get; }

    /// <summary>From a model's vector.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="vector">Its vector; no number is infinite, and one at least is not 0.</param>
    public static TextMeaning Of(string model, ReadOnlySpan<float> vector) =>
        Of(NumberOf(model, vector.Length), vector);

    private static TextMeaning Of(uint model, ReadOnlySpan<float> vector)
    {
        const float most = sbyte.MaxValue;
        var largest = Math.Abs(TensorPrimitives.MaxMagnitude(vector));
        if (largest == 0 || !float.IsFinite(largest)) throw new ArgumentException("It has no direction.", nameof(vector));
        var values = new sbyte[vector.Length];
        for (var i = 0; i < values.Length; i++) values[i] = (sbyte)MathF.Round(vector[i] / largest * most);
        return new(model, values);
    }

    /// <summary>The number by which a model is known; with other dimensions it is another.</summary>
    private static uint NumberOf(string model, int dimensions)
    {
        var name = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{model}:{dimensions}"));
        var number = BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(name));
        return number == 0 ? 1 : number;
    }

    /// <summary>What several texts mean together: the mean of their directions. Null if there are none.</summary>
    /// <param name="texts">All of one model and length.</param>
    public static TextMeaning? Together(IReadOnlyList<TextMeaning> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        if (texts.Count == 0) return null;
        if (texts.Count == 1) return texts[0];
        var sum = new float[texts[0]._values.Length];
        foreach (var text in texts)
        {
            for (var i = 0; i < sum.Length; i++) sum[i] += text._values[i] / text.Length;
        }

        return Array.TrueForAll(sum, value => value == 0) ? texts[0] : Of(texts[0].Model, sum);
    }

    /// <summary>As it is stored: the bytes.</summary>
    public byte[] ToBytes() => [.. MemoryMarshal.AsBytes<sbyte>(_values)];

    /// <summary>From what was stored.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="bytes">What <see cref="ToBytes"/> gave.</param>
    public static TextMeaning Read(string model, ReadOnlySpan<byte> bytes) =>
        Read(NumberOf(model, bytes.Length), bytes);

    internal static TextMeaning Read(uint model, ReadOnlySpan<byte> bytes) =>
        new(model, [.. MemoryMarshal.Cast<byte, sbyte>(bytes)]);
}
