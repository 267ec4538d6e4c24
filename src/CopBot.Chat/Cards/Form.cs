namespace CopBot.Chat.Cards;

/// <summary>A form a person fills in: a dialog on platforms that have them.</summary>
/// <param name="Id">The form's id, as a slice declares it.</param>
/// <param name="Argument">A short id of what it is about. Not trusted when it comes back.</param>
/// <param name="Title">Its title. At most 24 characters are sure to be shown.</param>
/// <param name="Submit">What the button that sends it says.</param>
/// <param name="Fields">Its fields in order.</param>
public sealed record Form(string Id, string? Argument, string Title, string Submit, IReadOnlyList<Field> Fields)
{
    /// <summary>What to know before filling it in.</summary>
    public Text? Introduction { get; init; }
}

/// <summary>A field of text.</summary>
/// <param name="Id">Its id, under which its value comes back.</param>
/// <param name="Label">What it asks for.</param>
public sealed record Field(string Id, string Label)
{
    /// <summary>A hint below the field.</summary>
    public string? Hint { get; init; }

    /// <summary>What stands in it at first.</summary>
    public string? Initial { get; init; }

    /// <summary>True for several lines.</summary>
    public bool Multiline { get; init; }

    /// <summary>True if it can't stay empty.</summary>
    public bool Required { get; init; } = true;

    /// <summary>The most characters it takes.</summary>
    public int MaxLength { get; init; } = 3000;

    /// <summary>
    /// A regular expression that what is written must match whole; null for any text. The hint says it by an example.
    /// </summary>
    public string? Pattern { get; init; }

    /// <summary>What can be chosen; null for a field to write in.</summary>
    public IReadOnlyList<Choice>? Choices { get; init; }

    /// <summary>
    /// True if several can be chosen, or none: their values come back joined by commas, and stand so in
    /// <see cref="Initial"/>.
    /// </summary>
    public bool Several { get; init; }
}

/// <summary>One thing to choose in a field.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Label">What people read.</param>
public sealed record Choice(string Value, string Label);
