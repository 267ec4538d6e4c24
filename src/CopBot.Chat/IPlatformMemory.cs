namespace CopBot.Chat;

/// <summary>
/// A few facts that an adapter must remember across restarts: which address serves a conversation, say. Kept by the
/// product, next to everything else.
/// </summary>
public interface IPlatformMemory
{
    /// <summary>What was remembered under a name; null if nothing was.</summary>
    /// <param name="connection">The connection's full name.</param>
    /// <param name="name">The fact's name, unique on the connection.</param>
    /// <param name="cancel">Gives up.</param>
    Task<string?> RecallAsync(string connection, string name, CancellationToken cancel);

    /// <summary>Remembers a fact, in place of what stood under its name.</summary>
    /// <param name="connection">The connection's full name.</param>
    /// <param name="name">The fact's name.</param>
    /// <param name="value">The fact.</param>
    /// <param name="cancel">Gives up.</param>
    Task RememberAsync(string connection, string name, string value, CancellationToken cancel);
}
