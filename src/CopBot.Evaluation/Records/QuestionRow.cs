namespace CopBot.Evaluation.Records;

/// <summary>A question that somebody asked.</summary>
/// <param name="Id">The name that its answers carry.</param>
/// <param name="Asker">
/// Id of the member who asked; null for who asked anonymously: the question counts, who was helped is nobody's
/// business.
/// </param>
/// <param name="Asked">Days since the start of the window.</param>
/// <param name="Closed">When it was closed or withdrawn without an answer, in days; null while it waits.</param>
public sealed record QuestionRow(string Id, string? Asker, double Asked, double? Closed = null);
