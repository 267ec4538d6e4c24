using CopBot.Pipeline;

namespace CopBot.Domain;

/// <summary>Lets somebody see a question in the direct chat.</summary>
internal static class Followers
{
    /// <returns>The new thread; null if the member can't be reached.</returns>
    public static QuestionThread? Add(Turn turn, Question question, Member member)
    {
        if (Reach.AccountOf(member, turn) is not { } account) return null;
        question.Touch();
        var thread = new QuestionThread
        {
            Id = turn.NewId(),
            QuestionId = question.Id,
            Kind = ThreadKind.Follower,
            Connection = account.Connection,
            AccountId = account.Id,
            MemberId = member.Id,
        };
        turn.Db.Threads.Add(thread);
        return thread;
    }
}
