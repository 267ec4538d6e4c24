using CopBot.Chat;

namespace CopBot.Pipeline;

/// <summary>Who acts.</summary>
/// <param name="Account">As the platform says.</param>
/// <param name="IsTold">True if it was asked just now, and told.</param>
/// <param name="AskAt">When to ask again, if it was asked in vain.</param>
internal sealed record Caller(AccountInfo Account, bool IsTold = false, DateTimeOffset? AskAt = null);
