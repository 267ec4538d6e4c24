namespace CopBot.Storage;

/// <summary>An inbound on its way to disk.</summary>
/// <param name="Connection">The connection it came in by.</param>
/// <param name="Key">What makes it the same happening when it is delivered again: 32 bytes.</param>
/// <param name="Lane">The conversation.</param>
/// <param name="Payload">The inbound as JSON.</param>
/// <param name="At">When it came in, by the machine's clock.</param>
/// <param name="ForgottenBefore">
/// An earlier one of the same key that is done and came in before this is forgotten, and this one counts anew; null if
/// it never does.
/// </param>
internal sealed record Arrival(
    string Connection, byte[] Key, string Lane, string Payload, DateTimeOffset At, DateTimeOffset? ForgottenBefore);
