using CopBot.Chat.Cards;
using CopBot.Domain;

namespace CopBot.Pipeline;

/// <summary>A part of the digest, contributed by the slice that owns its data.</summary>
/// <param name="Order">Where it stands; smaller comes first.</param>
/// <param name="Write">What it says of a period; null if there is nothing to say.</param>
internal sealed record DigestSection(
    int Order, Func<Turn, Period, Language, CancellationToken, Task<DigestPart?>> Write);

/// <summary>What a section says.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Lines">One line per item. Nothing that was asked in private may stand here.</param>
internal sealed record DigestPart(string Title, IReadOnlyList<Text> Lines)
{
    /// <summary>What readers can do about it.</summary>
    public IReadOnlyList<CardAction> Actions { get; init; } = [];
}
