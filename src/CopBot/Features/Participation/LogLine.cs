using System.Buffers;
using System.Text.Json;

namespace CopBot.Features.Participation;

/// <summary>One line of an exported log, taken apart without copying, in exactly the form that is written.</summary>
internal sealed class LogLine(ReadOnlyMemory<byte> line)
{
    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdef"u8);
    private int _at;

    /// <returns>Null if it is not in that form.</returns>
    public ChainedEntry? Read()
    {
        if (!Take("{\"sequence\":"u8) || Number() is not { } sequence) return null;
        if (!Take(",\"core\":"u8) || Value() is not { } core) return null;
        if (!Take(",\"attributes\":"u8)) return null;
        ReadOnlyMemory<byte>? attributes = Take("null"u8) ? null : Value();
        if (!Take(",\"salt\":"u8)) return null;
        ReadOnlyMemory<byte>? salt = null;
        if (!Take("null"u8))
        {
            salt = Hex(16);
            if (salt is null) return null;
        }

        if (!Take(",\"attributes_hash\":"u8) || Hex(32) is not { } attributesHash) return null;
        if (!Take(",\"hash\":"u8) || Hex(32) is not { } hash || !Take("}"u8) || _at != line.Length) return null;
        return new(sequence, core, attributes, salt, attributesHash, hash);
    }

    private bool Take(ReadOnlySpan<byte> text)
    {
        if (!line.Span[_at..].StartsWith(text)) return false;
        _at += text.Length;
        return true;
    }

    private long? Number()
    {
        if (!System.Buffers.Text.Utf8Parser.TryParse(line.Span[_at..], out long number, out var length)) return null;
        var plain = line.Span[_at] is >= (byte)'1' and <= (byte)'9';
        _at += length;
        return plain ? number : null;
    }

    private ReadOnlyMemory<byte>? Value()
    {
        var reader = new Utf8JsonReader(line.Span[_at..], isFinalBlock: false, state: default);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject || !reader.TrySkip()) return null;
        }
        catch (JsonException)
        {
            return null;
        }

        var value = line.Slice(_at, (int)reader.BytesConsumed);
        _at += value.Length;
        return value;
    }

    private ReadOnlyMemory<byte>? Hex(int length)
    {
        var digits = length * 2;
        var span = line.Span[_at..];
        if (span.Length < digits + 2 || span[0] != '"' || span[digits + 1] != '"') return null;
        if (span.Slice(1, digits).ContainsAnyExcept(HexDigits)) return null;
        var bytes = new byte[length];
        _ = Convert.FromHexString(span.Slice(1, digits), bytes, out _, out _);
        _at += digits + 2;
        return bytes;
    }
}
