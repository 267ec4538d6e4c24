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
        var said = question.Contributions.Where(c => c.RemovedAt is null).OrderBy(c => c.SaidAt).ThenBy(c => c.Id)
            .ToList();
        var thread = new ThreadText(
            question.Text,
            question.AskerId?.ToString(),
            KnownTexts.LanguageOf(turn.Community, null, question.Text),
            [.. said.Select(c => new ReplyText(c.AuthorId?.ToString(), c.Text))]);
        return
        [
            .. said.Zip(turn.Knowing.RateAnswers(turn.Community, thread))
                .Where(pair => pair.First.AuthorId is null || pair.First.AuthorId != question.AskerId)
                .OrderByDescending(pair => pair.Second),
        ];
    }
}
