namespace CopBot.Chat;

/// <summary>A place people write in: a channel, a group chat or a direct chat.</summary>
/// <param name="Connection">The connection's name, scheme first: <c>playground/lakeside</c>.</param>
/// <param name="Id">The platform's own id. Opaque: only the adapter that made it reads it.</param>
public sealed record PlaceRef(string Connection, string Id);

/// <summary>One person's account on one connection.</summary>
/// <param name="Connection">The connection's name.</param>
/// <param name="Id">The platform's own id of the account. Opaque.</param>
public sealed record AccountRef(string Connection, string Id);

/// <summary>One message that exists on a platform.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Id">The platform's own id of the message, unique in its place. Opaque.</param>
/// <param name="Thread">
/// The thread that a reply to this message belongs to, as the platform will name it in the reply's
/// <see cref="MessageReceived.Thread"/>; null where the platform has no threads there.
/// </param>
public sealed record MessageRef(PlaceRef Place, string Id, string? Thread);
