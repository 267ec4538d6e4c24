namespace CopBot.Chat;

/// <summary>
/// Somebody opened the bot's own page, where the platform has one for each person. Answered by <see cref="ShowHome"/>.
/// </summary>
public sealed record HomeOpened : Inbound
{
    /// <summary>Whose page it is.</summary>
    public required AccountInfo Actor { get; init; }

    /// <inheritdoc/>
    public override string Conversation => ShowHome.ConversationOf(Actor.Ref);
}
