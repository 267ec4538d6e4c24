using CopBot.Chat;
using CopBot.Domain;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Answering;

/// <summary>
/// Somebody spoke in a thread of a question. From the asker it is a follow-up; from who was asked, or who mentions the
/// bot, an answer; from anybody else a comment.
/// </summary>
internal static class SayInThread
{
    public static async Task<Outcome> HandleAsync(Turn turn, ThreadMessage spoken, CancellationToken cancel)
    {
        var message = spoken.Message;
        var text = MessageText.Of(spoken.Text, message.Attachments, turn.PlaceLanguage);
        if (text.Length == 0 || await KnownAsync(turn, message, cancel)) return Outcome.Nothing;
        var kind = KindOf(turn, spoken, message);
        return await Contribute.RecordAsync(turn, spoken.Question, kind, text, Origin(spoken.Thread, message), cancel);
    }

    public static Said Origin(QuestionThread? thread, MessageReceived message) => new(
        thread,
        message.Message.Length == 0 ? null : new MessageRef(message.Place.Ref, message.Message, message.Thread));

    private static ContributionKind KindOf(Turn turn, ThreadMessage spoken, MessageReceived message)
    {
        var me = turn.Me.Member.Id;
        var question = spoken.Question;

        // Who asked anonymously and speaks elsewhere under the own name speaks as anybody would: else the name and the
        // question would be brought together.
        var openly = question.Anonymous
            && (turn.Scene is { IsDirect: false } || spoken.Thread is not { Kind: ThreadKind.Origin });
        if (question.AskerId == me && !openly) return ContributionKind.FollowUp;
        return message.AddressesBot || question.Assignments.Exists(a => a.MemberId == me)
            ? ContributionKind.Answer
            : ContributionKind.Comment;
    }

    private static Task<bool> KnownAsync(Turn turn, MessageReceived message, CancellationToken cancel) =>
        turn.Db.Contributions.AnyAsync(
            c => c.SourceConnection == message.Connection && c.SourcePlace == message.Place.Ref.Id
                && c.SourceMessage == message.Message && c.SourceMessage != "",
            cancel);
}
