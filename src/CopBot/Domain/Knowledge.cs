using CopBot.Matching;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Domain;

/// <summary>
/// What the community knows: published notes, and answers that helped and may be shown to all. Nothing that was asked
/// in
/// private or anonymously is among it before it became a note.
/// </summary>
internal static class Knowledge
{
    private const int MostAnswers = 2000;

    /// <summary>A note counts more than the answer it was kept from, and hides it.</summary>
    private const double NoteWeight = 1.3;

    /// <summary>What fits, best first; nothing without any word in common.</summary>
    public static async Task<IReadOnlyList<Found>> SearchAsync(Turn turn, string query, CancellationToken cancel)
    {
        var notes = await turn.Db.Notes.AsNoTracking()
            .Where(n => n.CommunityId == turn.Community.Id
                && (n.State == NoteState.Published || n.State == NoteState.DueForReview))
            .OrderBy(n => n.Number).ToListAsync(cancel);
        var kept = notes.Select(n => n.AnswerId).OfType<Guid>().ToHashSet();
        var answers = await AnswersAsync(turn, cancel);
        var items = answers.Where(found => !kept.Contains(found.Answer!.Id))
            .Concat(notes.Select(note => new Found(note, null, null, 0, 0)));
        var corpus = new Corpus<Found>(items, TitleOf, BodyOf);
        return
        [
            .. corpus.FitsOf(query).Where(fit => fit.Score > 0)
                .Select(fit => fit.Item with
                {
                    Score = fit.Score * (fit.Item.Note is null ? 1 : NoteWeight), Coverage = fit.Coverage,
                })
                .OrderByDescending(found => found.Score),
        ];
    }

    private static async Task<IReadOnlyList<Found>> AnswersAsync(Turn turn, CancellationToken cancel)
    {
        var rows = await (
            from answer in turn.Db.Contributions.AsNoTracking()
            join question in turn.Db.Questions.AsNoTracking() on answer.QuestionId equals question.Id
            where answer.CommunityId == turn.Community.Id && answer.HelpedAt != null && answer.RemovedAt == null
                && !question.Anonymous && (!question.Private || question.ChannelsAllowed)
                && question.State != QuestionState.Withdrawn
            orderby answer.SaidAt descending
            select new { question, answer }).Take(MostAnswers).ToListAsync(cancel);
        return [.. rows.Select(row => new Found(null, row.question, row.answer, 0, 0)).Reverse()];
    }

    private static string TitleOf(Found found) => found.Note?.Title ?? found.Question!.Text;

    private static string BodyOf(Found found) => found.Note?.Body ?? found.Answer!.Text;
}

/// <summary>Something that was found: a note, or an answer with its question.</summary>
internal sealed record Found(
    PracticeNote? Note, Question? Question, Contribution? Answer, double Score, double Coverage)
{
    /// <summary>Who vouches for it.</summary>
    public Guid? AuthorId => Note is null ? Answer!.AuthorId : Note.AuthorId;
}
