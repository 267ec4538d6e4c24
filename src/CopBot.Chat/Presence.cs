namespace CopBot.Chat;

/// <summary>The bot was added to a place.</summary>
public sealed record BotJoinedPlace : Inbound
{
    /// <summary>Which place.</summary>
    public required PlaceInfo Place { get; init; }

    /// <summary>Who added it, where the platform tells.</summary>
    public AccountInfo? Inviter { get; init; }

    /// <inheritdoc/>
    public override string Conversation => Conversations.Of(Place.Ref, null);
}

/// <summary>The bot was removed from a place, or the place is gone.</summary>
public sealed record BotLeftPlace : Inbound
{
    /// <summary>Which place.</summary>
    public required PlaceInfo Place { get; init; }

    /// <inheritdoc/>
    public override string Conversation => Conversations.Of(Place.Ref, null);
}

/// <summary>The bot was uninstalled from a whole connection, or its token was revoked.</summary>
public sealed record ConnectionLost : Inbound
{
    /// <summary>The platform's reason, for the administrator.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override string Conversation => $"connection:{Connection}";
}

/// <summary>The platform said, when it was to deliver a message, that a person can't be written to any more.</summary>
public sealed record PersonUnreachable : Inbound
{
    /// <summary>Whose account.</summary>
    public required AccountRef Account { get; init; }

    /// <summary>The message that could not be delivered, as the outbox numbers it.</summary>
    public required long Row { get; init; }

    /// <summary>The platform's reason, for the administrator.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override string Conversation => $"unreachable:{Account.Connection}:{Account.Id}";
}
