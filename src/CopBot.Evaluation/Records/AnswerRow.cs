namespace CopBot.Evaluation.Records;

/// <summary>An answer that somebody gave.</summary>
/// <param name="Id">Its own name.</param>
/// <param name="Question">Id of the question that it answers.</param>
/// <param name="Answerer">Id of the member who answered.</param>
/// <param name="Posted">Days since the start of the window.</param>
/// <param name="Accepted">Whether who asked said that it helped.</param>
public sealed record AnswerRow(string Id, string Question, string Answerer, double Posted, bool Accepted);
