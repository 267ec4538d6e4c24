namespace CopBot.Chat;

/// <summary>
/// What a platform can do, as data. Read where effects are delivered and where a message is understood; never a
/// platform's name.
/// </summary>
public sealed record Capabilities
{
    /// <summary>Cards can carry buttons. Without, a card names the words that do the same.</summary>
    public required bool Buttons { get; init; }

    /// <summary>The bot can change its own messages. Without, a changed card is sent anew.</summary>
    public required bool Edits { get; init; }

    /// <summary>Channels have threads that replies stay in.</summary>
    public required bool ChannelThreads { get; init; }

    /// <summary>Direct chats have threads too.</summary>
    public required bool DirectThreads { get; init; }

    /// <summary>Forms can be opened.</summary>
    public required bool Forms { get; init; }

    /// <summary>Signs can be put on people's messages.</summary>
    public required bool Signs { get; init; }

    /// <summary>A message can be shown to one person in a channel.</summary>
    public required bool Whispers { get; init; }

    /// <summary>The bot sees all messages of its channels, not only those that mention it.</summary>
    public required bool SeesAllMessages { get; init; }

    /// <summary>
    /// The bot can find a message it sent, by its effect's id. Without, a repeat is possible after a crash.
    /// </summary>
    public required bool FindsOwnMessages { get; init; }

    /// <summary>The bot has a page of its own for each person: <see cref="ShowHome"/>.</summary>
    public bool HasPages { get; init; }

    /// <summary>Its accounts are e-mail addresses: anybody can be written to, and nobody writes back.</summary>
    public bool WritesToAddresses { get; init; }

    /// <summary>The longest message, in characters of text.</summary>
    public required int MessageLength { get; init; }

    /// <summary>
    /// How long an attempt to send may take, all its requests together: after it nothing is under way.
    /// </summary>
    public required TimeSpan SendTimeout { get; init; }
}
