using CopBot.Chat;

namespace CopBot.Domain;

/// <summary>Where a question shows in one place, or in one member's direct chat.</summary>
internal sealed class QuestionThread : Entity
{
    public required Guid QuestionId { get; init; }

    public required ThreadKind Kind { get; init; }

    public required string Connection { get; set; }

    /// <summary>The platform's id of the place; null for a direct chat that is not open yet.</summary>
    public string? PlaceId { get; set; }

    /// <summary>
    /// The platform's id of the thread; null until its first card was sent, or where there are no threads.
    /// </summary>
    public string? ThreadId { get; set; }

    /// <summary>Whose direct chat it is; null in a channel.</summary>
    public Guid? MemberId { get; set; }

    public string? AccountId { get; set; }

    /// <summary>The lasting name of the card that opens it.</summary>
    public string CardKey => $"q:{QuestionId:N}:{Id:N}";

    /// <summary>The card of a contribution as it shows in this thread.</summary>
    public string KeyOf(Contribution contribution) => $"c:{contribution.Id:N}:{Id:N}";

    /// <summary>Whether its asker reads it as the asker: there the buttons stand.</summary>
    public bool IsAskersOf(Question question) => Kind == ThreadKind.Origin
        || (Kind == ThreadKind.Follower && MemberId is not null && MemberId == question.AskerId);

    /// <summary>Goes on in another account's direct chat, where it is not open yet.</summary>
    public void MoveTo(AccountRef account)
    {
        (Connection, AccountId) = account;
        (PlaceId, ThreadId) = (null, null);
    }

    public Effect Show(Chat.Cards.Card card, string? key) => AccountId is null
        ? new Post(new(Connection, PlaceId!), ThreadId, card, key)
        : new DirectMessage(new(Connection, AccountId), card, key, ThreadId);

    /// <summary>The card that opens the thread: at the top level even once the thread's id is known.</summary>
    public Effect Open(Chat.Cards.Card card) => AccountId is null
        ? new Post(new(Connection, PlaceId!), Kind == ThreadKind.Origin ? ThreadId : null, card, CardKey)
        : new DirectMessage(new(Connection, AccountId), card, CardKey, Kind == ThreadKind.Origin ? ThreadId : null);
}

internal enum ThreadKind
{
    /// <summary>Where it was asked.</summary>
    Origin,

    /// <summary>
    /// The direct chat of somebody who was asked, or a mention in the home place where there is none.
    /// </summary>
    Asked,

    /// <summary>A home place that everybody may answer from.</summary>
    Mirror,

    /// <summary>
    /// The direct chat of somebody who follows it, or of its asker once the place it was asked in is gone.
    /// </summary>
    Follower,
}
