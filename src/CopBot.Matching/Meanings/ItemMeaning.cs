using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace CopBot.Matching.Meanings;

/// <summary>What an item means: its question or title, and what is said below.</summary>
/// <param name="Question">The question, or a note's title.</param>
/// <param name="Answers">The answers together, or a note's body; null if there are none.</param>
public sealed record ItemMeaning(TextMeaning Question, TextMeaning? Answers)
{
    private const int Header = 14;

    /// <summary>In so many bytes that a scan can compare it where it lies.</summary>
    internal byte[] ToBytes()
    {
        var size = Question.Values.Length;
        var bytes = new byte[Header + (2 * size)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Question.Model);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(4), (ushort)size);
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(6), Question.Length);
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(10), Answers?.Length ?? 0);
        MemoryMarshal.AsBytes(Question.Values).CopyTo(bytes.AsSpan(Header));
        if (Answers is { } answers) MemoryMarshal.AsBytes(answers.Values).CopyTo(bytes.AsSpan(Header + size));
        return bytes;
    }

    /// <summary>The model of what is stored; 0 if nothing is.</summary>
    internal static uint ModelOf(ReadOnlySpan<byte> stored) =>
        stored.Length < Header ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(stored);

    /// <summary>How like a text something stored is; not a number where it can't be compared.</summary>
    internal static MeaningFit FitOf(TextMeaning sought, ReadOnlySpan<byte> stored)
    {
        if (ModelOf(stored) != sought.Model) return MeaningFit.Unknown;
        var size = BinaryPrimitives.ReadUInt16LittleEndian(stored[4..]);
        if (size != sought.Values.Length) return MeaningFit.Unknown;
        var (question, answers) = (
            BinaryPrimitives.ReadSingleLittleEndian(stored[6..]),
                BinaryPrimitives.ReadSingleLittleEndian(stored[10..]));
        var values = MemoryMarshal.Cast<byte, sbyte>(stored[Header..]);
        var toQuestion = ByteVectors.Dot(sought.Values, values[..size]) / (sought.Length * question);
        return new(
            toQuestion,
            answers == 0 ? toQuestion
                : ByteVectors.Dot(sought.Values, values.Slice(size, size)) / (sought.Length * answers));
    }

    /// <summary>As above, of what is not stored.</summary>
    internal MeaningFit FitOf(TextMeaning sought) => FitOf(sought, ToBytes());

    /// <summary>How like each other question and answers are; null if they can't be compared.</summary>
    internal static double? Coherence(ItemMeaning question, ItemMeaning answers) => answers.Answers is { } said
        && said.Model == question.Question.Model && said.Values.Length == question.Question.Values.Length
        ? ByteVectors.Dot(question.Question.Values, said.Values) / (question.Question.Length * said.Length)
        : null;

    /// <summary>From what <see cref="ToBytes"/> gave; null if there is nothing.</summary>
    internal static ItemMeaning? Read(ReadOnlySpan<byte> stored)
    {
        if (stored.Length < Header) return null;
        var (model, size) = (ModelOf(stored), BinaryPrimitives.ReadUInt16LittleEndian(stored[4..]));
        var hasAnswers = BinaryPrimitives.ReadSingleLittleEndian(stored[10..]) != 0;
        return new(
            TextMeaning.Read(model, stored.Slice(Header, size)),
            hasAnswers ? TextMeaning.Read(model, stored.Slice(Header + size, size)) : null);
    }
}
