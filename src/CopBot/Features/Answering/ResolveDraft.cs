using CopBot.Domain;
using CopBot.Pipeline;

namespace CopBot.Features.Answering;

/// <summary>The person said which question a doubtful message was about.</summary>
internal static class ResolveDraft
{
    private static readonly Phrase Settled = new("That is settled already.", "C’est déjà réglé.");

    public static async Task<Outcome> ContributeAsync(Turn turn, ActionIntent press, CancellationToken cancel)
    {
        if (press.Argument.Length != 64) return Outcome.Of(turn.Tell(Settled));
        var me = turn.Me.Member.Id;
        var draft = await Drafts.TakeAsync(turn, press.Argument[..32], cancel);
        var question = await turn.Db.FindQuestionAsync(press.Argument[32..], cancel);
        if (draft is null || question is null || !AnswerByWords.MayAnswer(turn, question))
        {
            return Outcome.Of(turn.Tell(Settled));
        }

        turn.Db.Drafts.Remove(draft);
        var kind = question.AskerId == me ? ContributionKind.FollowUp : ContributionKind.Answer;
        var thread = question.Threads.Find(t => t.Connection == draft.Connection && t.PlaceId == draft.PlaceId);
        var said = new Said(thread, new(new(draft.Connection, draft.PlaceId), draft.Message, draft.OpensThread));
        return await Contribute.RecordAsync(turn, question, kind, draft.Text, said, cancel);
    }
}
