using CopBot.Domain;
using CopBot.Matching.Index;
using CopBot.Matching.Similarity;
using CopBot.Matching.Threads;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Pipeline.Knowing;

/// <summary>
/// What members pressed and marked, as it is learnt from: what solved a question at once or was not the case, and which
/// answers helped. Only weights are made of it, no text is kept.
/// </summary>
internal static class MarkedTexts
{
    private const int MostPresses = 500;
    private const int MostThreads = 300;

    /// <summary>How many presses there are to learn from.</summary>
    public static Task<int> CountAsync(CopBotDbContext db, Community community, CancellationToken cancel) =>
        Decided(db, community).Take(MostPresses).CountAsync(cancel);

    public static async Task<Marks> OfAsync(CopBotDbContext db, Community community, CancellationToken cancel) =>
        new(await PressesAsync(db, community, cancel), await ThreadsAsync(db, community, cancel));

    private static IQueryable<Suggestion> Decided(CopBotDbContext db, Community community) =>
        from shown in db.Suggestions.AsNoTracking()
        join question in db.Questions on shown.QuestionId equals question.Id
        where question.CommunityId == community.Id
            && (shown.Outcome == SuggestionOutcome.Solved || shown.Outcome == SuggestionOutcome.NotMyCase)
        select shown;

    private static async Task<IReadOnlyList<Pressed>> PressesAsync(
        CopBotDbContext db, Community community, CancellationToken cancel)
    {
        var rows = await (
            from shown in Decided(db, community)
            join question in db.Questions on shown.QuestionId equals question.Id
            join answer in db.Contributions on shown.AnswerId equals (Guid?)answer.Id into answers
            from answer in answers.DefaultIfEmpty()
            orderby shown.ShownAt descending
            select new { question.Text, shown.NoteId, AnswerTo = (Guid?)answer.QuestionId, shown.Outcome })
            .Take(MostPresses).ToListAsync(cancel);
        return
        [
            .. rows.Where(row => (row.NoteId ?? row.AnswerTo) is not null).Select(row => new Pressed(
                new("", row.Text, KnownTexts.LanguageOf(community, null, row.Text)),
                KnownTexts.KeyOf(row.NoteId, row.AnswerTo),
                row.Outcome == SuggestionOutcome.Solved)),
        ];
    }

    /// <summary>Threads in which somebody marked an answer, and others stand beside it.</summary>
    private static async Task<IReadOnlyList<(ThreadText Thread, IReadOnlyList<bool> Answers)>> ThreadsAsync(
        CopBotDbContext db, Community community, CancellationToken cancel)
    {
        var questions = await db.Questions.AsNoTracking().Include(q => q.Contributions)
            .Where(q => q.CommunityId == community.Id && q.Contributions.Any(c => c.HelpedAt != null)
                && q.Contributions.Count > 1)
            .OrderByDescending(q => q.Number).Take(MostThreads).ToListAsync(cancel);
        return [.. questions.Select(question => Of(community, question)).Where(one => one.Answers.Count > 1)];
    }

    private static (ThreadText Thread, IReadOnlyList<bool> Answers) Of(Community community, Question question)
    {
        var said = LikelyAnswers.SaidIn(question);
        return (LikelyAnswers.ThreadOf(community, question, said), [.. said.Select(c => c.HelpedAt is not null)]);
    }
}
