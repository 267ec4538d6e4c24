using CopBot.Chat;

namespace CopBot.Pipeline;

/// <summary>Where a lasting card stands: the way back from its name to the platform's message.</summary>
internal sealed class Receipt
{
    public required string CardKey { get; init; }

    public required string Connection { get; set; }

    public required string PlaceId { get; set; }

    public required string MessageId { get; set; }

    public string? ThreadId { get; set; }

    /// <summary>How often the card was sent.</summary>
    public int Revision { get; set; }

    public MessageRef Message => new(new(Connection, PlaceId), MessageId, ThreadId);
}
