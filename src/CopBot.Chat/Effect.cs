using System.Text.Json.Serialization;
using CopBot.Chat.Cards;

namespace CopBot.Chat;

/// <summary>
/// Something the bot wants to happen on a platform. Neutral and durable: it is stored as it stands and rendered when
/// it is sent, so that a mended renderer mends what is waiting.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Post), "post")]
[JsonDerivedType(typeof(DirectMessage), "direct")]
[JsonDerivedType(typeof(Whisper), "whisper")]
[JsonDerivedType(typeof(React), "react")]
[JsonDerivedType(typeof(ShowHome), "home")]
public abstract record Effect
{
    /// <summary>The connection it goes out by.</summary>
    [JsonIgnore]
    public abstract string Connection { get; }

    /// <summary>The conversation within which the order of effects is kept.</summary>
    [JsonIgnore]
    public abstract string Conversation { get; }
}

/// <summary>
/// Shows a card in a place. With a <see cref="Key"/> it is an upsert: a card already shown under that key is changed
/// in place, and shown anew only where the platform can't change messages.
/// </summary>
/// <param name="Place">Where.</param>
/// <param name="Thread">The thread to reply in; null to begin at the top level.</param>
/// <param name="Card">What.</param>
/// <param name="Key">The card's lasting name; null for a message that never changes.</param>
public sealed record Post(PlaceRef Place, string? Thread, Card Card, string? Key = null) : Effect
{
    /// <inheritdoc/>
    public override string Connection => Place.Connection;

    /// <inheritdoc/>
    public override string Conversation => Conversations.Of(Place, null);
}

/// <summary>
/// Shows a card to one person in the direct chat, opening it if need be. Keyed like <see cref="Post"/>.
/// </summary>
/// <param name="To">Whom.</param>
/// <param name="Card">What.</param>
/// <param name="Key">The card's lasting name; null for a message that never changes.</param>
/// <param name="Thread">A thread within the direct chat, where the platform has threads there.</param>
public sealed record DirectMessage(AccountRef To, Card Card, string? Key = null, string? Thread = null) : Effect
{
    /// <inheritdoc/>
    public override string Connection => To.Connection;

    /// <inheritdoc/>
    public override string Conversation => Conversations.OfDirect(To);
}

/// <summary>
/// Shows a card to one person only, in the place where that person just acted; in the direct chat where the platform
/// has no such thing. Never stored by the platform, so it can't be looked for after a crash.
/// </summary>
/// <param name="Place">Where the person acted.</param>
/// <param name="Thread">The thread the person acted in.</param>
/// <param name="To">Whom.</param>
/// <param name="Card">What.</param>
public sealed record Whisper(PlaceRef Place, string? Thread, AccountRef To, Card Card) : Effect
{
    /// <inheritdoc/>
    public override string Connection => Place.Connection;

    /// <inheritdoc/>
    public override string Conversation => Conversations.Of(Place, null);
}

/// <summary>Shows a person's own page anew, where the platform has one. Nobody else sees it.</summary>
/// <param name="To">Whose page.</param>
/// <param name="Cards">What stands on it, from top to bottom.</param>
public sealed record ShowHome(AccountRef To, IReadOnlyList<Card> Cards) : Effect
{
    /// <inheritdoc/>
    public override string Connection => To.Connection;

    /// <inheritdoc/>
    public override string Conversation => ConversationOf(To);

    /// <summary>The conversation of a person's page.</summary>
    /// <param name="account">Whose page.</param>
    public static string ConversationOf(AccountRef account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return $"{account.Connection}:home:{account.Id}";
    }

    /// <inheritdoc/>
    public bool Equals(ShowHome? other) => other is not null && To == other.To && Cards.SequenceEqual(other.Cards);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(To, Cards.Count);
}

/// <summary>Puts a sign on somebody's message: the quickest way to say that it was heard.</summary>
/// <param name="Message">Which message.</param>
/// <param name="Sign">Which sign.</param>
public sealed record React(MessageRef Message, Sign Sign) : Effect
{
    /// <inheritdoc/>
    public override string Connection => Message.Place.Connection;

    /// <inheritdoc/>
    public override string Conversation => Conversations.Of(Message.Place, null);
}

/// <summary>Signs by their meaning; each platform has its own picture for them.</summary>
public enum Sign
{
    /// <summary>The bot has taken notice.</summary>
    Heard,

    /// <summary>The message was carried to everybody who follows the question.</summary>
    Carried,
}
