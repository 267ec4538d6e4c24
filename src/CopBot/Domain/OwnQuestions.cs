using CopBot.Chat.Cards;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Domain;

/// <summary>What became of one's own questions, and what waits for one's answer.</summary>
/// <param name="Own">The latest that the person asked and did not withdraw.</param>
/// <param name="Waiting">The latest that were put to the person and wait.</param>
internal sealed record OwnQuestions(IReadOnlyList<Question> Own, IReadOnlyList<Question> Waiting)
{
    private const int Most = 10;
    private const int Shown = 120;

    private static readonly Phrase Answers = new("{0} {0:answer|answers}: {1}", "{0} {0:réponse|réponses} : {1}");
    private static readonly Phrase HelpedWords = new("helped: {0}", "aidé : {0}");

    public static async Task<OwnQuestions> OfAsync(Turn turn, CancellationToken cancel)
    {
        var me = turn.Me.Member.Id;
        var own = await turn.Db.WholeQuestions()
            .Where(q => q.AskerId == me && q.CommunityId == turn.Community.Id && q.State != QuestionState.Withdrawn)
            .OrderByDescending(q => q.Number).Take(Most).ToListAsync(cancel);
        var waiting = await turn.Db.WholeQuestions()
            .Where(q => q.State == QuestionState.Open && q.CommunityId == turn.Community.Id
                && q.Assignments.Any(a => a.MemberId == me && a.State == AssignmentState.Pending))
            .OrderByDescending(q => q.Number).Take(Most).ToListAsync(cancel);

        // What this very turn changed is not in the store yet.
        var asked = turn.Db.Known<Question>().Where(q => q.AskerId == me && !own.Contains(q))
            .OrderByDescending(q => q.Number);
        return new(
            [.. asked.Concat(own).Where(q => q.State != QuestionState.Withdrawn).DistinctBy(q => q.Id).Take(Most)],
            [.. waiting.Where(q => q.Assignments.Exists(a => a.MemberId == me && a.State == AssignmentState.Pending))]);
    }

    /// <summary>How it stands with each of the own ones.</summary>
    public async Task<Facts> OwnFactsAsync(Turn turn, CancellationToken cancel)
    {
        var facts = new List<Fact>();
        foreach (var question in Own)
        {
            var people = await turn.Db.PeopleOfAsync(question, cancel);
            facts.Add(new(question.Handle, $"{Short(question, turn.Language)} – {How(question, people, turn.Language)}"));
        }

        return new Facts(facts);
    }

    /// <summary>A question on one line.</summary>
    public static string Short(Question question, Language language) =>
        Shortening.To(QuestionCards.TextOf(question, language).ReplaceLineEndings(" "), Shown);

    private static string How(Question question, IReadOnlyDictionary<Guid, Member> people, Language language)
    {
        var answers = question.Contributions
            .Where(c => c.Kind == ContributionKind.Answer && c.RemovedAt is null).ToList();
        if (answers.Count == 0)
        {
            var card = StatusCards.Of(question, people, language);
            return string.Join(' ', card.Blocks.Select(PlainRendering.Of))[(question.Handle.Length + 3)..];
        }

        var helped = answers.Where(c => c.HelpedAt is not null).ToList();
        var names = string.Join(", ", (helped.Count > 0 ? helped : answers)
            .Select(c => Naming.AuthorOf(question, c, people, language)).Distinct(StringComparer.Ordinal));
        return helped.Count > 0 ? HelpedWords.In(language, names) : Answers.In(language, answers.Count, names);
    }
}
