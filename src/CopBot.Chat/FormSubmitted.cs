namespace CopBot.Chat;

/// <summary>Somebody sent a form that the bot had opened, and the form passed its check.</summary>
public sealed record FormSubmitted : Inbound
{
    /// <summary>The place the form was opened from; null where the platform does not tell.</summary>
    public PlaceInfo? Place { get; init; }

    /// <summary>Who sent it.</summary>
    public required AccountInfo Actor { get; init; }

    /// <summary>The form's id, as declared: <c>answer</c>.</summary>
    public required string Form { get; init; }

    /// <summary>The short id the form was opened with. Authorised again on arrival.</summary>
    public string? Argument { get; init; }

    /// <summary>What was filled in, by field id.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    /// <summary>True if the platform waits for an answer in the response to this very delivery.</summary>
    public bool AwaitsReply { get; init; }

    /// <inheritdoc/>
    public override string Conversation => Place is { Kind: PlaceKind.Direct } chat
        ? Conversations.Of(chat, thread: null)
        : $"form:{Connection}:{Actor.Ref.Id}";

    /// <inheritdoc/>
    public override bool Repeatable => true;
}
