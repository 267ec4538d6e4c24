namespace CopBot.Matching.Experts;

/// <summary>An answer that somebody gave: the evidence by which experts are ranked.</summary>
/// <param name="MemberId">Who answered. Never the asker of that question: helping oneself is no evidence.</param>
/// <param name="Question">What was asked.</param>
/// <param name="Answer">The text of the answer.</param>
/// <param name="At">When it was given.</param>
public sealed record AnswerRecord(Guid MemberId, AskedQuestion Question, string Answer, DateTimeOffset At);

/// <summary>A question as experts are ranked for it.</summary>
/// <param name="Text">What is asked; where there is no title, all of it.</param>
/// <param name="Title">Its title, if it has one.</param>
/// <param name="Topics">What it is filed under, if it is.</param>
public sealed record AskedQuestion(string Text, string Title = "", IReadOnlyList<string>? Topics = null);
