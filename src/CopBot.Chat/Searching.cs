using CopBot.Chat.Cards;

namespace CopBot.Chat;

/// <summary>Somebody looks for what the community knows while writing a message.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Words">What was typed so far; empty for what is newest.</param>
public sealed record SearchRequest(AccountInfo Actor, string Words);

/// <summary>The answer to a <see cref="SearchRequest"/>.</summary>
/// <param name="Found">What fits, best first.</param>
/// <param name="Refusal">One honest sentence if nothing may be or can be shown; null otherwise.</param>
public sealed record SearchAnswer(IReadOnlyList<SearchFound> Found, string? Refusal);

/// <summary>Something that was found.</summary>
/// <param name="Title">What it is, on one line.</param>
/// <param name="Excerpt">The beginning of what it says.</param>
/// <param name="Card">What the person puts into the message.</param>
public sealed record SearchFound(string Title, string Excerpt, Card Card);
