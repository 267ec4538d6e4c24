namespace CopBot.Playground.Web;

/// <summary>Somebody writes in a place.</summary>
public sealed record Saying(string Person, string Place, long? Thread, string Text);

/// <summary>Somebody changes a message of theirs.</summary>
public sealed record Editing(string Person, long Post, string Text);

/// <summary>Somebody deletes a message of theirs.</summary>
public sealed record Deleting(string Person, long Post);

/// <summary>Somebody presses a button of a card.</summary>
public sealed record Pressing(string Person, long Post, string Action, string? Argument, bool OpensForm);

/// <summary>Somebody sends a form.</summary>
public sealed record Submitting(
    string Person, string Form, string? Argument, string Place, IReadOnlyDictionary<string, string> Values);
