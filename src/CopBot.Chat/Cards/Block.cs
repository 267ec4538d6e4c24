using System.Text.Json.Serialization;

namespace CopBot.Chat.Cards;

/// <summary>A part of a card that means one thing. A closed family: each renderer handles every member.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Heading), "heading")]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(Quote), "quote")]
[JsonDerivedType(typeof(Facts), "facts")]
[JsonDerivedType(typeof(Aside), "aside")]
[JsonDerivedType(typeof(Depending), "depending")]
[JsonDerivedType(typeof(BarChart), "chart")]
public abstract record Block;

/// <summary>What the card is about, in a few words.</summary>
/// <param name="Words">The words.</param>
public sealed record Heading(string Words) : Block;

/// <summary>A paragraph.</summary>
/// <param name="Text">Its text.</param>
public sealed record Paragraph(Text Text) : Block;

/// <summary>Something a person wrote, shown as theirs.</summary>
/// <param name="Text">What they wrote.</param>
public sealed record Quote(Text Text) : Block;

/// <summary>Labelled facts, shown as a small table.</summary>
/// <param name="Items">The facts in order.</param>
public sealed record Facts(IReadOnlyList<Fact> Items) : Block
{
    /// <inheritdoc/>
    public bool Equals(Facts? other) => other is not null && Items.SequenceEqual(other.Items);

    /// <inheritdoc/>
    public override int GetHashCode() => Items.Aggregate(0, HashCode.Combine);
}

/// <summary>One labelled fact.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">What it says.</param>
public sealed record Fact(string Label, Text Value);

/// <summary>Something to know beside the matter: who sees this, what happens next.</summary>
/// <param name="Text">Its text.</param>
public sealed record Aside(Text Text) : Block;

/// <summary>
/// An aside that reads one way where the platform can do a thing and another way where it can't. Chosen when the card
/// is delivered: see <see cref="Fitting"/>.
/// </summary>
/// <param name="On">What it depends on.</param>
/// <param name="Yes">Where the platform can.</param>
/// <param name="No">Where it can't.</param>
public sealed record Depending(Can On, Text Yes, Text No) : Block;

/// <summary>What a sentence can depend on.</summary>
public enum Can
{
    /// <summary><see cref="Capabilities.DirectThreads"/>: direct chats have threads.</summary>
    ThreadDirectChats,

    /// <summary><see cref="Capabilities.SeesAllMessages"/>: the bot sees what does not mention it.</summary>
    SeeAllMessages,
}
