using CopBot.Domain;
using CopBot.Pipeline;

namespace CopBot.Features.Answering;

/// <summary>An answer given by typing <c>answer Q7: …</c>, or <c>answer: …</c> in the question's own thread.</summary>
internal static class AnswerByWords
{
    private static readonly Phrase Which = new(
        "Which question? Say “answer Q7: …” with its number.", "Quelle question ? Dites « répondre Q7 : … » avec son numéro.");

    private static readonly Phrase NotYours = new(
        "That question was asked in private, of others.", "Cette question a été posée en privé, à d’autres.");

    public static async Task<Outcome> HandleAsync(Turn turn, VerbIntent call, CancellationToken cancel)
    {
        var message = call.Message;
        var named = Handles.Split(call.Argument);
        var question = named is { } handle
            ? await turn.Db.FindHandleAsync(turn.Community.Id, handle.Number, cancel)
            : await OfThreadAsync(turn, call, cancel);
        if (question is null) return Outcome.Of(turn.Tell(Which));
        if (!MayAnswer(turn, question)) return Outcome.Of(turn.Tell(NotYours));
        var openly = question.Anonymous && turn.Scene is { IsDirect: false } && message.Message.Length > 0;
        var kind = question.AskerId == turn.Me.Member.Id
            && !openly ? ContributionKind.FollowUp : ContributionKind.Answer;
        var thread = question.Threads.Find(t => t.Connection == message.Connection
            && t.PlaceId == message.Place.Ref.Id && (t.ThreadId is null || t.ThreadId == message.Thread));
        var text = MessageText.Of(named?.Words ?? call.Argument, message.Attachments, turn.PlaceLanguage);
        return await Contribute.RecordAsync(
            turn, question, kind, text, SayInThread.Origin(thread, message), cancel);
    }

    public static bool MayAnswer(Turn turn, Question question) =>
        question.CommunityId == turn.Community.Id && question.IsOpenTo(turn.Me.Member.Id);

    private static async Task<Question?> OfThreadAsync(Turn turn, VerbIntent call, CancellationToken cancel)
    {
        var message = call.Message;
        if (message.Thread is null) return null;
        return await ThreadOf.QuestionAsync(turn, message.Place.Ref, message.Thread, cancel);
    }
}
