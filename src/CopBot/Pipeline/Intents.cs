using CopBot.Chat;
using CopBot.Domain;

namespace CopBot.Pipeline;

/// <summary>What an inbound means to the community.</summary>
internal abstract record Intent;

/// <summary>A verb, called as the whole text or with its own form of argument.</summary>
internal sealed record VerbIntent(Verb Verb, string Argument, MessageReceived Message) : Intent;

internal sealed record ActionIntent(ActionDeclaration Action, string Argument) : Intent;

internal sealed record FormIntent(
    FormDeclaration Form, string Argument, IReadOnlyDictionary<string, string> Values) : Intent;

/// <summary>Somebody spoke in a thread of a question.</summary>
internal sealed record ThreadMessage(
    Question Question, QuestionThread? Thread, string Text, MessageReceived Message) : Intent;

/// <summary>A question to the community.</summary>
internal sealed record NewQuestion(string Text, MessageReceived Message) : Intent;

/// <summary>Words that begin as a verb does, with what that verb does not take.</summary>
internal sealed record MisusedVerb(Verb Verb, string Text) : Intent;

/// <summary>
/// It could be either: something about a question that is open in this place, or a new one. The person decides.
/// </summary>
internal sealed record DoubtfulMessage(IReadOnlyList<Question> Candidates, MessageReceived Message) : Intent;

/// <summary>The message a question was asked in says something else now, or is gone.</summary>
internal sealed record QuestionSourceChanged(Question Question, string? NewText) : Intent;

/// <summary>The message a contribution was made in says something else now, or is gone.</summary>
internal sealed record ContributionSourceChanged(Question Question, Contribution Contribution, string? NewText)
    : Intent;

internal sealed record Joined(BotJoinedPlace Happening) : Intent;

internal sealed record Left(BotLeftPlace Happening) : Intent;

internal sealed record Lost(ConnectionLost Happening) : Intent;

internal sealed record Unreachable(PersonUnreachable Happening) : Intent;

/// <summary>Somebody looks at their own page, or did something there.</summary>
/// <param name="Guest">Who looks, where that is no member; null for a member.</param>
internal sealed record HomeVisited(AccountInfo? Guest) : Intent;

internal sealed record TimerIntent(TimerDeclaration Timer, Guid SubjectId) : Intent;

/// <summary>A member asked everybody in a channel where the bot may offer help.</summary>
internal sealed record OverheardQuestion(string Text, MessageReceived Message) : Intent;

/// <summary>A message that waits for its author's word what it means was changed, or is gone.</summary>
internal sealed record DraftSourceChanged(Draft Draft, string? NewText) : Intent;
