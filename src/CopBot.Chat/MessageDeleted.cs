namespace CopBot.Chat;

/// <summary>A message that the bot may have used is gone.</summary>
public sealed record MessageDeleted : Inbound
{
    /// <summary>Where it stood.</summary>
    public required PlaceInfo Place { get; init; }

    /// <summary>The platform's id of the message.</summary>
    public required string Message { get; init; }

    /// <summary>The thread it belonged to, as replies to it would have named it.</summary>
    public string? Thread { get; init; }

    /// <inheritdoc/>
    public override string Conversation => Conversations.Of(Place, Thread);
}
