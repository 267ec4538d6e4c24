namespace CopBot.Chat;

/// <summary>What is known of the person behind an account. Only verified facts of the platform belong here.</summary>
/// <param name="Ref">Which account.</param>
/// <param name="DisplayName">The name as the person writes it; null where the delivery has none.</param>
/// <param name="Email">The address the platform vouches for; null where it tells none.</param>
/// <param name="Outsider">True for guests and for people of another organisation.</param>
/// <param name="Language">BCP 47 tag of the person's client; null where unknown.</param>
public sealed record AccountInfo(
    AccountRef Ref,
    string? DisplayName = null,
    string? Email = null,
    bool Outsider = false,
    string? Language = null);
