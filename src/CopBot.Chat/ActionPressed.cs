namespace CopBot.Chat;

/// <summary>Somebody pressed a button on one of the bot's cards.</summary>
public sealed record ActionPressed : Inbound
{
    /// <summary>Where the card stands.</summary>
    public required PlaceInfo Place { get; init; }

    /// <summary>Who pressed, as the platform vouches for it; nothing in the press decides who somebody is.</summary>
    public required AccountInfo Actor { get; init; }

    /// <summary>The platform's id of the message with the card.</summary>
    public required string Message { get; init; }

    /// <summary>The thread the card stands in.</summary>
    public string? Thread { get; init; }

    /// <summary>The action's id, as declared: <c>helped</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The short id the card gave the action. Authorised again on arrival.</summary>
    public string? Argument { get; init; }

    /// <summary>True if the platform waits for an answer in the response to this very delivery.</summary>
    public bool AwaitsReply { get; init; }

    /// <inheritdoc/>
    public override string Conversation => Conversations.Of(Place, Thread);

    /// <inheritdoc/>
    public override bool Repeatable => true;
}
