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
/// <param name="Items">Each can be left out by a coordinator.</param>
internal sealed record DigestPart(string Title, IReadOnlyList<DigestItem> Items);

/// <summary>One line of a digest.</summary>
/// <param name="Key">Its lasting name, without commas: the same in every language and at every reading.</param>
/// <param name="Line">What it says. Nothing that was asked in private may stand here.</param>
/// <param name="Action">What readers can do about it.</param>
internal sealed record DigestItem(string Key, Text Line, CardAction? Action = null);
