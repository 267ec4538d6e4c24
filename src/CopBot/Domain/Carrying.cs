using CopBot.Chat;
using CopBot.Pipeline;

namespace CopBot.Domain;

/// <summary>
/// Carries what is said about a question to every thread it shows in, and keeps the cards there true.
/// </summary>
internal static class Carrying
{
    /// <summary>
    /// A contribution in all threads but the one it was said in, and the buttons where the question was asked.
    /// </summary>
    public static IEnumerable<Effect> Show(
        Turn turn, Question question, Contribution contribution, IReadOnlyDictionary<Guid, Member> people)
    {
        foreach (var thread in question.Threads.Where(thread => Concerns(question, thread, people)))
        {
            var ownChat = thread.Kind == ThreadKind.Asked && thread.MemberId == contribution.AuthorId;
            var saidHere = thread.Id == contribution.ThreadId;
            var wantsButtons = thread.IsAskersOf(question) && contribution.Kind == ContributionKind.Answer;
            if (ownChat || (saidHere && !wantsButtons)) continue;
            var card = ContributionCards.Of(question, contribution, thread, people, LanguageOf(turn, thread, people));
            yield return thread.Show(card, thread.KeyOf(contribution));
        }
    }

    /// <summary>The cards that open the question's threads, as they must read now.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="question">The question.</param>
    /// <param name="people">Everybody named on it.</param>
    /// <param name="shownIn">Where answers show.</param>
    /// <param name="only">Which threads; null for all.</param>
    public static IEnumerable<Effect> Refresh(
        Turn turn, Question question, IReadOnlyDictionary<Guid, Member> people, Whereabouts shownIn,
        Func<QuestionThread, bool>? only = null)
    {
        foreach (var thread in question.Threads.Where(only ?? (_ => true)))
        {
            var language = LanguageOf(turn, thread, people);
            var assignment = question.Assignments.Find(a => a.MemberId == thread.MemberId);
            if (thread.Kind == ThreadKind.Origin)
            {
                yield return thread.Open(StatusCards.Of(question, people, language));
            }
            else if (thread.Kind == ThreadKind.Mirror)
            {
                yield return thread.Open(QuestionCards.Mirrored(question, people, language));
            }
            else if (thread.Kind == ThreadKind.Follower)
            {
                yield return thread.Open(QuestionCards.Followed(question, thread.MemberId, language));
            }
            else if (assignment is not null && people.GetValueOrDefault(assignment.MemberId)?.Reachable == true)
            {
                yield return thread.Open(QuestionCards.ToExpert(question, assignment, people, shownIn, language));
            }
        }
    }

    public static Language LanguageOf(Turn turn, QuestionThread thread, IReadOnlyDictionary<Guid, Member> people) =>
        thread.MemberId is { } id
            ? turn.LanguageOf(people.GetValueOrDefault(id))
            : turn.LanguageAt(thread.Connection, thread.PlaceId);

    /// <summary>Whoever passed, was relieved, left, or wants no contact hears nothing more.</summary>
    private static bool Concerns(Question question, QuestionThread thread, IReadOnlyDictionary<Guid, Member> people)
    {
        if (thread.Kind == ThreadKind.Follower) return IsReachable(thread, people);
        if (thread.Kind != ThreadKind.Asked) return true;
        var assignment = question.Assignments.Find(a => a.MemberId == thread.MemberId);
        return assignment?.State is AssignmentState.Pending or AssignmentState.Answered
            && IsReachable(thread, people);
    }

    private static bool IsReachable(QuestionThread thread, IReadOnlyDictionary<Guid, Member> people) =>
        thread.MemberId is { } id && people.GetValueOrDefault(id)?.Reachable == true;
}
