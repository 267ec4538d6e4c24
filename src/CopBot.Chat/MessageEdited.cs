namespace CopBot.Chat;

/// <summary>A message that the bot may have used says something else now.</summary>
public sealed record MessageEdited : Inbound
{
    /// <summary>Where it stands.</summary>
    public required PlaceInfo Place { get; init; }

    /// <summary>Who wrote it.</summary>
    public required AccountInfo Author { get; init; }

    /// <summary>The platform's id of the message.</summary>
    public required string Message { get; init; }

    /// <summary>The thread it belongs to, as replies to it would name it.</summary>
    public string? Thread { get; init; }

    /// <summary>The whole new text, as <see cref="MessageReceived.Text"/>.</summary>
    public required string Text { get; init; }

    /// <summary>Whether the new text addresses the bot.</summary>
    public bool AddressesBot { get; init; }

    /// <summary>The accounts mentioned, the bot excepted.</summary>
    public IReadOnlyList<AccountRef> Mentions { get; init; } = [];

    /// <summary>What hangs on it now.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <inheritdoc/>
    public override string Conversation => Conversations.Of(Place, Thread);
}
