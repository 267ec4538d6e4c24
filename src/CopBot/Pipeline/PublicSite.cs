namespace CopBot.Pipeline;

/// <summary>Where people reach the bot's pages.</summary>
/// <param name="Address">Its root; null where nobody can reach it: then the bot does without links.</param>
internal sealed record PublicSite(Uri? Address);
