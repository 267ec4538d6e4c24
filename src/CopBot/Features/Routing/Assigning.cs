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
        "You answered {0} similar {0:question|questions}.",
        "Vous avez répondu à {0} {0:question semblable|questions semblables}.");

    private static readonly Phrase Declared = new("You say that you know about “{0}”.", "Vous dites connaître « {0} ».");

    private static readonly Phrase Both = new(
        "You answered {0} similar {0:question|questions}, and say that you know about “{1}”.",
        "Vous avez répondu à {0} {0:question semblable|questions semblables}, et dites connaître « {1} ».");

    private static readonly Phrase Answers = new(
        "You answered questions that share words with this one.",
        "Vous avez répondu à des questions qui partagent des mots avec celle-ci.");

    /// <returns>How many are asked now; and if nobody can be now, when the first one's quiet hours are over.</returns>
    public static async Task<(int Asked, DateTimeOffset? Later)> AssignAsync(
        Turn turn, Question question, Outcome outcome, CancellationToken cancel)
    {
        var (ranked, members) = await Candidates.RankAsync(turn, question, cancel);
        var zone = turn.Community.TimeZone;
        var now = ranked.Where(e => Availability.MayBeAsked(members[e.MemberId], turn.Now, zone)).ToList();
        question.AsksLater = now.Count == 0 && ranked.Count > 0;
        if (now.Count == 0)
        {
            return (0, ranked.Select(e => Availability.QuietUntil(members[e.MemberId], turn.Now, zone)).Min());
        }

        var loads = await Candidates.LoadsAsync(turn, cancel);
        var elsewhere = await ElsewhereAsync(turn, question, members, cancel);
        var howMany = CarefulChoice.IsForGrowth(question.Number) ? AtOnce + 1 : AtOnce;
        var chosen = CarefulChoice.Order(now, loads, elsewhere, howMany, question.Number).Take(howMany).ToList();
        foreach (var expert in chosen)
        {
            var member = members[expert.MemberId];
            Assign(turn, question, member, Why(expert, turn.LanguageOf(member)));
            var rank = ranked.Index().First(pair => pair.Item.MemberId == expert.MemberId).Index + 1;
            outcome.Raise(new QuestionRouted(question, member.Id, rank, ranked.Count, "evidence", expert.Score));
        }

        return (chosen.Count, null);
    }

    public static void Assign(Turn turn, Question question, Member expert, string why)
    {
        question.Touch();
        expert.Touch();
        var account = Reach.AccountOf(expert, turn)!;
        var assignment = new Assignment
        {
            Id = turn.NewId(),
            QuestionId = question.Id,
            MemberId = expert.Id,
            AskedAt = turn.Now,
            Why = why,
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

    /// <summary>
    /// Who is of another organisation or country than the asker; nobody where that would tell who asked.
    /// </summary>
    private static async Task<IReadOnlySet<Guid>> ElsewhereAsync(
        Turn turn, Question question, IReadOnlyDictionary<Guid, Member> members, CancellationToken cancel)
    {
        var people = await turn.Db.PeopleAsync([question.Anonymous ? null : question.AskerId], cancel);
        return people.Values.FirstOrDefault() is { } asker
            ? members.Values.Where(
                m => Differs(m.Organisation, asker.Organisation) || Differs(m.Country, asker.Country))
                .Select(m => m.Id).ToHashSet()
            : new HashSet<Guid>();
    }

    private static bool Differs(string? one, string? other) =>
        one is not null && other is not null && !one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static string Why(RankedExpert ranked, Language language) => ranked switch
    {
        { SimilarAnswered: > 0, DeclaredTopic: { } topic } => Both.In(language, ranked.SimilarAnswered, topic),
        { SimilarAnswered: > 0 } => Similar.In(language, ranked.SimilarAnswered),
        { DeclaredTopic: { } topic } => Declared.In(language, topic),
        _ => Answers.In(language),
    };
}
