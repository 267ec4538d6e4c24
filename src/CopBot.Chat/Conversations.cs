namespace CopBot.Chat;

/// <summary>How conversations are named, inbound and outbound, so that both sides of a lane agree.</summary>
public static class Conversations
{
    /// <summary>Names the conversation of a thread, or of a whole place where there is no thread.</summary>
    /// <param name="place">The place.</param>
    /// <param name="thread">The thread; null for the top level.</param>
    public static string Of(PlaceRef place, string? thread)
    {
        ArgumentNullException.ThrowIfNull(place);
        return thread is null ? $"{place.Connection}:{place.Id}" : $"{place.Connection}:{place.Id}:{thread}";
    }
}
