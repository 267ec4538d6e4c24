using CopBot.Chat.Cards;

namespace CopBot.Playground.Chat;

/// <summary>One message in the Playground: somebody's words or a card of the bot.</summary>
/// <param name="Id">Its id, in the order of writing.</param>
/// <param name="Connection">The connection's full name.</param>
/// <param name="Place">The channel's id, or <c>dm-</c> and the person's id.</param>
/// <param name="Thread">The id of the message that began its thread; null if it is none's reply.</param>
/// <param name="Author">The person's id; null for the bot.</param>
/// <param name="Text">A person's words.</param>
/// <param name="Card">The bot's card.</param>
/// <param name="OnlyFor">The one person who sees it; null for everybody.</param>
/// <param name="Revision">How often it was changed.</param>
/// <param name="Signs">The bot's signs on it.</param>
/// <param name="At">When it was written, in UTC.</param>
/// <param name="Deleted">True once its author deleted it.</param>
public sealed record PlaygroundPost(
    long Id,
    string Connection,
    string Place,
    long? Thread,
    string? Author,
    string? Text,
    Card? Card,
    string? OnlyFor,
    int Revision,
    string Signs,
    DateTimeOffset At,
    bool Deleted);
