namespace CopBot.Chat;

/// <summary>Somebody wrote something the bot can see.</summary>
public sealed record MessageReceived : Inbound
{
    /// <summary>Where it was written.</summary>
    public required PlaceInfo Place { get; init; }

    /// <summary>Who wrote it. Never the bot itself: adapters drop its own messages.</summary>
    public required AccountInfo Author { get; init; }

    /// <summary>The platform's id of the message; empty for a command, which leaves no message behind.</summary>
    public required string Message { get; init; }

    /// <summary>The thread it was written in; null at the top level and where there are no threads.</summary>
    public string? Thread { get; init; }

    /// <summary>
    /// When the first message of its thread was written, by the platform's clock, where the platform's ids tell. So a
    /// reply is understood even to a copy that nobody knows of, because its sending was in doubt.
    /// </summary>
    public DateTimeOffset? ThreadOpenedAt { get; init; }

    /// <summary>
    /// The thread that replies to this very message will belong to; null where the platform has no threads there.
    /// Equals <see cref="Thread"/> for a reply.
    /// </summary>
    public string? OpensThread { get; init; }

    /// <summary>
    /// The text as people read it: markup undone, the mention of the bot removed, others' mentions by name.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>True if the bot was mentioned, written to directly, or called by a command.</summary>
    public required bool AddressesBot { get; init; }

    /// <summary>The accounts mentioned, the bot excepted.</summary>
    public IReadOnlyList<AccountRef> Mentions { get; init; } = [];

    /// <summary>What hangs on it.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <inheritdoc/>
    public override string Conversation => Conversations.Of(Place, Thread ?? OpensThread);
}
