namespace CopBot.Chat;

/// <summary>One configured connection.</summary>
/// <param name="Name">Its full name: scheme, slash, the name in the settings.</param>
/// <param name="Community">The settings' name of the community it serves; null for the only one.</param>
/// <param name="TrustedEmailDomains">Domains whose e-mail addresses link accounts of this connection.</param>
/// <param name="Real">False if its API base is on loopback: a playground or a test.</param>
public sealed record ConnectionInfo(
    string Name, string? Community, IReadOnlyList<string> TrustedEmailDomains, bool Real);
