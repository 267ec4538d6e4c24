namespace CopBot.Chat.Cards;

/// <summary>Something a person can do about a card.</summary>
/// <param name="Id">The action's id, as a slice declares it.</param>
/// <param name="Label">What the button says.</param>
/// <param name="Argument">A short id of what it is about. Not trusted when it comes back.</param>
/// <param name="Words">What to type instead, where there are no buttons.</param>
public sealed record CardAction(string Id, string Label, string? Argument, string Words)
{
    /// <summary>True if pressing opens a form; such a press takes the immediate lane.</summary>
    public bool OpensForm { get; init; }

    /// <summary>True for the one action that most people want.</summary>
    public bool Primary { get; init; }
}
