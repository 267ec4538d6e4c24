namespace CopBot.Matching.Threads;

/// <summary>A question and what was said below it.</summary>
/// <param name="Question">What was asked, title and all.</param>
/// <param name="AskerId">Who asked; null if nobody knows any more.</param>
/// <param name="Language">The language it was asked in, by ISO 639-1.</param>
/// <param name="Replies">In the order of their time.</param>
public sealed record ThreadText(string Question, string? AskerId, string Language, IReadOnlyList<ReplyText> Replies);

/// <summary>One message below a question.</summary>
/// <param name="AuthorId">Who wrote it; null if nobody knows any more. Never takes such for the asker.</param>
/// <param name="Text">What it says.</param>
public sealed record ReplyText(string? AuthorId, string Text);
