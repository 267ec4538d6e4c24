using System.Text.Json.Serialization;

namespace CopBot.Chat.Cards;

/// <summary>
/// A message by what it means, never by how it looks. Each platform renders it within its own limits; rendering never
/// fails.
/// </summary>
public sealed record Card
{
    /// <summary>Makes a card.</summary>
    /// <param name="summary">
    /// The whole card in plain words: what notifications, screen readers and platforms without cards show. Required.
    /// </param>
    /// <param name="blocks">The parts in order.</param>
    [JsonConstructor]
    public Card(string summary, params IReadOnlyList<Block> blocks)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(summary);
        Summary = summary;
        Blocks = blocks ?? [];
    }

    /// <summary>The card in plain words.</summary>
    public string Summary { get; }

    /// <summary>The parts in order. Empty if the summary says it all.</summary>
    public IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>What can be done about it, most likely first.</summary>
    public IReadOnlyList<CardAction> Actions { get; init; } = [];

    /// <summary>
    /// Where readers stop such messages by one press; null if they can't. Mail programs offer it by themselves.
    /// </summary>
    public string? StopAddress { get; init; }

    /// <summary>A short sentence is a card.</summary>
    /// <param name="sentence">The sentence.</param>
    public static Card Saying(string sentence) => new(sentence);

    /// <inheritdoc/>
    public bool Equals(Card? other) =>
        other is not null && Summary == other.Summary && StopAddress == other.StopAddress
        && Blocks.SequenceEqual(other.Blocks) && Actions.SequenceEqual(other.Actions);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Summary, Blocks.Count, Actions.Count);
}
