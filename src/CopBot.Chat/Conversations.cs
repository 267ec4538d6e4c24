namespace CopBot.Chat;

/// <summary>How conversations are named, inbound and outbound, so that both sides of a lane agree.</summary>
public static class Conversations
{
    /// <summary>
    /// Names the conversation that something somebody did belongs to. A direct chat is one, threads and all: what one
    /// person says to the bot one after the other takes effect in that order.
    /// </summary>
    /// <param name="place">The place.</param>
    /// <param name="thread">The thread it is in or opens; null for none.</param>
    public static string Of(PlaceInfo place, string? thread)
    {
        ArgumentNullException.ThrowIfNull(place);
        return Of(place.Ref, place.Kind == PlaceKind.Direct ? null : thread);
    }

    /// <summary>Names the conversation of a thread, or of a whole place where there is no thread.</summary>
    /// <param name="place">The place.</param>
    /// <param name="thread">The thread; null for the top level.</param>
    public static string Of(PlaceRef place, string? thread)
    {
        ArgumentNullException.ThrowIfNull(place);
        return thread is null ? $"{place.Connection}:{place.Id}" : $"{place.Connection}:{place.Id}:{thread}";
    }

    /// <summary>Names the direct chat with somebody, wherever it is.</summary>
    /// <param name="account">Whose.</param>
    public static string OfDirect(AccountRef account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return $"{account.Connection}:direct:{account.Id}";
    }
}
