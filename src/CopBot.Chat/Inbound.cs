using System.Text.Json.Serialization;

namespace CopBot.Chat;

/// <summary>
/// Something that happened on a platform: verified, translated, not yet understood. One delivery becomes one inbound;
/// deliveries that mean the same happening carry the same <see cref="Key"/> and take effect once.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(MessageReceived), "message")]
[JsonDerivedType(typeof(MessageEdited), "edited")]
[JsonDerivedType(typeof(MessageDeleted), "deleted")]
[JsonDerivedType(typeof(ActionPressed), "action")]
[JsonDerivedType(typeof(FormSubmitted), "form")]
[JsonDerivedType(typeof(BotJoinedPlace), "joined")]
[JsonDerivedType(typeof(BotLeftPlace), "left")]
[JsonDerivedType(typeof(ConnectionLost), "lost")]
[JsonDerivedType(typeof(PersonUnreachable), "unreachable")]
[JsonDerivedType(typeof(HomeOpened), "home")]
public abstract record Inbound
{
    /// <summary>The connection it came in by.</summary>
    public required string Connection { get; init; }

    /// <summary>
    /// What makes it the same happening when it is delivered again, unique on its connection. Messages:
    /// place, message, kind and edit stamp. Presses: card, revision, actor and action.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>When it happened by the platform's clock, in UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>
    /// The conversation it belongs to. Inbounds of one conversation are worked on one at a time, in the order in
    /// which they came in; different conversations run side by side.
    /// </summary>
    [JsonIgnore]
    public abstract string Conversation { get; }

    /// <summary>
    /// True for presses and forms: a repetition counts as the same happening only for a minute, so that a person may
    /// do a thing, undo it and do it again.
    /// </summary>
    [JsonIgnore]
    public virtual bool Repeatable => false;

    /// <summary>
    /// True if the platform delivers it again when it is refused now: then it may be, so that there is room for what
    /// is delivered once.
    /// </summary>
    [JsonIgnore]
    public bool ComesAgain { get; init; }
}
