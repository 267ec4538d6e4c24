namespace CopBot.Domain;

/// <summary>A message the bot was not sure about, kept until its author says what it means.</summary>
internal sealed class Draft : Entity
{
    public required Guid MemberId { get; set; }

    public required string Text { get; set; }

    public required DateTimeOffset SaidAt { get; init; }

    /// <summary>The place it was written in.</summary>
    public required string Connection { get; init; }

    public required string PlaceId { get; init; }

    public required string Message { get; init; }

    public string? OpensThread { get; init; }
}
