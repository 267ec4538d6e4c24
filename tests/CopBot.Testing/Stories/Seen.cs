namespace CopBot.Testing.Stories;

/// <summary>A message of the bot as somebody sees it.</summary>
/// <param name="Place">The platform's id of the place.</param>
/// <param name="Id">The platform's id of the message.</param>
/// <param name="Thread">The platform's id of its thread.</param>
/// <param name="Words">All its words.</param>
/// <param name="Actions">The ids of the actions it offers.</param>
public sealed record Seen(string Place, string Id, string? Thread, string Words, IReadOnlyList<string> Actions)
{
    /// <summary>All its words, on one line; a space that holds words together looks like any other.</summary>
    public string Words { get; } = Words.Replace('\u00A0', ' ');
}
