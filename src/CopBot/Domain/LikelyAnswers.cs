using CopBot.Matching.Threads;
using CopBot.Pipeline;
using CopBot.Pipeline.Knowing;

namespace CopBot.Domain;

/// <summary>What in a question's threads most likely answers it, though nobody said so yet.</summary>
internal static class LikelyAnswers
{
    /// <summary>All that others said, the likeliest first, each with how likely it answers: 0 to 1.</summary>
    public static IReadOnlyList<(Contribution Said, double Likely)> Of(Turn turn, Question question)
    {
        var said = SaidIn(question);
        var thread = ThreadOf(turn.Community, question, said);
        return
        [
            .. said.Zip(turn.Knowing.RateAnswers(turn.Community, thread))
                .Where(pair => pair.First.AuthorId is null || pair.First.AuthorId != question.AskerId)
                .OrderByDescending(pair => pair.Second),
        ];
    }

    /// <summary>
    /// What somebody else said that most likely answers, though nobody said so and the asker was not asked yet; null
    /// if nothing does.
    /// </summary>
    public static Contribution? Unmarked(Turn turn, Question question) => Of(turn, question)
        .Where(one => one.Likely >= (turn.Knowing.IsLearnt(turn.Community) ? Likely : LikelyByItself)
            && one.Said is { Kind: ContributionKind.Comment, AskedAboutAt: null })
        .Select(one => one.Said).FirstOrDefault();

    /// <summary>From here on four of five answer (SemEval-2016 task 3, dev).</summary>
    private const double Likely = 0.7;

    /// <summary>The same where nothing was learnt of the community's words: then all seems less likely.</summary>
    private const double LikelyByItself = 0.4;

    /// <summary>All that was said and is still there, oldest first.</summary>
    public static IReadOnlyList<Contribution> SaidIn(Question question) =>
        [.. question.Contributions.Where(c => c.RemovedAt is null).OrderBy(c => c.SaidAt).ThenBy(c => c.Id)];

    /// <summary>A question and what was said to it, as it is rated.</summary>
    public static ThreadText ThreadOf(Community community, Question question, IReadOnlyList<Contribution> said) => new(
        question.Text,
        question.AskerId?.ToString(),
        KnownTexts.LanguageOf(community, null, question.Text),
        [.. said.Select(c => new ReplyText(c.AuthorId?.ToString(), c.Text))]);
}
