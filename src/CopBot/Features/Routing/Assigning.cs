using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Matching.Experts;
using CopBot.Pipeline;

namespace CopBot.Features.Routing;

/// <summary>Chooses whom to ask, and opens their threads.</summary>
internal static class Assigning
{
    private const int AtOnce = 2;

    private static readonly Phrase Similar = new(
        "You answered {0} similar question(s).", "Vous avez répondu à {0} question(s) semblable(s).");

    private static readonly Phrase Declared = new("You say that you know about “{0}”.", "Vous dites connaître « {0} ».");

    private static readonly Phrase Answers = new(
        "You answered questions of this community.", "Vous avez répondu à des questions de cette communauté.");

    /// <returns>How many are asked now.</returns>
    public static async Task<int> AssignAsync(Turn turn, Question question, Outcome outcome, CancellationToken cancel)
    {
        var (ranked, members) = await Candidates.RankAsync(turn, question, cancel);
        var chosen = ranked.Take(AtOnce).ToList();
        for (var rank = 0; rank < chosen.Count; rank++)
        {
            Assign(turn, question, members[chosen[rank].MemberId], chosen[rank]);
            outcome.Raise(new QuestionRouted(question, chosen[rank].MemberId, rank + 1, ranked.Count));
        }

        return chosen.Count;
    }

    private static void Assign(Turn turn, Question question, Member expert, RankedExpert ranked)
    {
        question.Touch();
        expert.Touch();
        var account = Reach.AccountOf(expert, turn.Platforms)!;
        var assignment = new Assignment
        {
            Id = turn.NewId(),
            QuestionId = question.Id,
            MemberId = expert.Id,
            AskedAt = turn.Now,
            Why = Why(ranked, turn.LanguageOf(expert)),
        };
        var thread = new QuestionThread
        {
            Id = turn.NewId(),
            QuestionId = question.Id,
            Kind = ThreadKind.Asked,
            Connection = account.Connection,
            AccountId = account.Id,
            MemberId = expert.Id,
        };
        turn.Db.Assignments.Add(assignment);
        turn.Db.Threads.Add(thread);
    }

    private static string Why(RankedExpert ranked, Language language) =>
        ranked.SimilarAnswered > 0 ? Similar.In(language, ranked.SimilarAnswered)
        : ranked.DeclaredTopic is { } topic ? Declared.In(language, topic)
        : Answers.In(language);
}
