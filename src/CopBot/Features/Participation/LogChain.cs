using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace CopBot.Features.Participation;

/// <summary>One entry, as it is checked.</summary>
/// <param name="Sequence">Its number.</param>
/// <param name="Core">What is hashed, byte for byte.</param>
/// <param name="Attributes">What describes the person; null once erased.</param>
/// <param name="Salt">Null once erased.</param>
/// <param name="AttributesHash">What the two must hash to.</param>
/// <param name="Hash">What it must hash to, with the entry before it.</param>
internal readonly record struct ChainedEntry(
    long Sequence, ReadOnlyMemory<byte> Core, ReadOnlyMemory<byte>? Attributes, ReadOnlyMemory<byte>? Salt,
    ReadOnlyMemory<byte> AttributesHash, ReadOnlyMemory<byte> Hash);

/// <summary>
/// Recomputes a log's chain entry by entry, wherever the entries come from, and finds the first that does not hold.
/// </summary>
internal sealed class LogChain(string? expectedHead)
{
    private readonly byte[] _previous = new byte[32];
    private readonly byte[] _computed = new byte[32];
    private readonly byte[]? _expected = HeadOf(expectedHead);
    private readonly ArrayBufferWriter<byte> _hashed = new();

    // Pseudonyms whose attributes may be gone, and those whose are: who was erased is said only afterwards.
    private readonly HashSet<string> _mayBeGone = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _gone = new(StringComparer.Ordinal);
    private bool _passed;

    /// <summary>How many entries held so far.</summary>
    public long Count { get; private set; }

    /// <summary>The hash of the last of them, in hexadecimal.</summary>
    public string Head => Convert.ToHexStringLower(_previous);

    /// <returns>What is wrong with the entry; null if nothing is.</returns>
    public string? Add(in ChainedEntry entry)
    {
        var expected = Count + 1;
        if (entry.Sequence != expected) return $"Entry {expected} is missing: {entry.Sequence} stands in its place.";
        Hash(_previous, entry.Core.Span, entry.AttributesHash.Span);
        if (!entry.Hash.Span.SequenceEqual(_computed)) return $"Entry {expected} does not match its hash.";
        _computed.CopyTo(_previous.AsSpan());
        if (FaultOf(entry) is { } fault) return fault;
        Count = expected;
        _passed |= _expected is not null && _previous.AsSpan().SequenceEqual(_expected);
        return null;
    }

    /// <summary>
    /// Takes note of an entry that waits for the sealer: who is erased in it may be gone from those before it already.
    /// </summary>
    public void AddUnsealed(ReadOnlySpan<byte> core) => NoteErased(Read(core));

    /// <summary>What is wrong with the whole, once all entries held.</summary>
    public string? Finish()
    {
        foreach (var (pseudonym, sequence) in _gone.OrderBy(one => one.Value))
        {
            if (_mayBeGone.Contains(pseudonym)) continue;
            return $"The attributes of entry {sequence} were removed, though nobody erased its member.";
        }

        // An empty log's head is 32 zero bytes.
        var isEmptyHead = _expected is not null && !_expected.AsSpan().ContainsAnyExcept((byte)0);
        return _expected is null || _passed || isEmptyHead
            ? null
            : "The expected head is not in the chain: entries were cut or rewritten.";
    }

    /// <exception cref="FormatException">It is no head.</exception>
    private static byte[]? HeadOf(string? head) => head is null ? null
        : head.Length == 64 ? Convert.FromHexString(head)
        : throw new FormatException($"“{head}” is no head: a head has 64 hexadecimal digits.");

    private string? FaultOf(in ChainedEntry entry)
    {
        var said = Read(entry.Core.Span);
        NoteErased(said);
        var (type, actor, _, anonymous) = said;

        // Those of anonymous questions are erased without a word.
        if (type == "question.asked" && anonymous && actor is not null) _mayBeGone.Add(actor);
        switch (entry)
        {
            case { Salt: null, Attributes: null } when actor is not null:
                _gone.TryAdd(actor, entry.Sequence);
                return null;
            case { Salt: { } salt, Attributes: { } attributes }:
                Hash(salt.Span, attributes.Span, default);
                return entry.AttributesHash.Span.SequenceEqual(_computed) ? null : Changed(entry);
            default:
                return Changed(entry);
        }
    }

    private void NoteErased((string? Type, string? Actor, string? Named, bool Anonymous) said)
    {
        if (said is { Type: "member.erased", Named: { } named }) _mayBeGone.Add(named);
    }

    private static string Changed(in ChainedEntry entry) => $"The attributes of entry {entry.Sequence} were changed.";

    private static (string? Type, string? Actor, string? Named, bool Anonymous) Read(ReadOnlySpan<byte> core)
    {
        var reader = new Utf8JsonReader(core);
        var (type, actor, named, anonymous) = ((string?)null, (string?)null, (string?)null, false);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName) continue;
            if (reader.ValueTextEquals("type"u8)) type = Next(ref reader);
            else if (reader.ValueTextEquals("actor"u8)) actor = Next(ref reader);
            else if (reader.ValueTextEquals("pseudonym"u8)) named = Next(ref reader);
            else if (reader.ValueTextEquals("anonymous"u8)) anonymous = Next(ref reader) == "true";
        }

        return (type, actor, named, anonymous);
    }

    private static string? Next(ref Utf8JsonReader reader) => reader.Read() ? reader.GetString() : null;

    private void Hash(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third)
    {
        _hashed.ResetWrittenCount();
        _hashed.Write(first);
        _hashed.Write(second);
        _hashed.Write(third);
        SHA256.HashData(_hashed.WrittenSpan, _computed);
    }
}
