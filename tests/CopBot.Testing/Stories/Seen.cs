namespace CopBot.Testing.Stories;

/// <summary>A message of the bot as somebody sees it.</summary>
/// <param name="Place">The platform's id of the place.</param>
/// <param name="Id">The platform's id of the message.</param>
/// <param name="Thread">The platform's id of its thread.</param>
/// <param name="Words">All its words, on one line.</param>
/// <param name="Actions">The ids of the actions it offers.</param>
public sealed record Seen(string Place, string Id, string? Thread, string Words, IReadOnlyList<string> Actions);
