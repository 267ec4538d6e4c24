using System.Collections;
using System.Text.Json.Serialization;

namespace CopBot.Chat.Cards;

/// <summary>
/// Text by its meaning: a list of spans. Escaping belongs to the renderer, so nothing here is ever markup.
/// </summary>
[JsonConverter(typeof(TextJson))]
public sealed class Text : IReadOnlyList<Span>, IEquatable<Text>
{
    private readonly Span[] _spans;

    /// <summary>Makes text of spans.</summary>
    /// <param name="spans">The spans in order.</param>
    public Text(params IEnumerable<Span> spans) => _spans = [.. spans];

    /// <inheritdoc/>
    public int Count => _spans.Length;

    /// <inheritdoc/>
    public Span this[int index] => _spans[index];

    /// <summary>Plain words are text.</summary>
    /// <param name="plain">The words.</param>
    public static implicit operator Text(string plain) => new(new Plain(plain));

    /// <summary>The text without any marks, for summaries, search and platforms that have none.</summary>
    public string ToPlain() => string.Concat(_spans.Select(span => span.Words));

    /// <inheritdoc/>
    public bool Equals(Text? other) => other is not null && _spans.SequenceEqual(other._spans);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Text);

    /// <inheritdoc/>
    public override int GetHashCode() => _spans.Aggregate(0, HashCode.Combine);

    /// <inheritdoc/>
    public override string ToString() => ToPlain();

    /// <inheritdoc/>
    public IEnumerator<Span> GetEnumerator() => _spans.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
