using CopBot.Chat;
using CopBot.Domain;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Pipeline;

/// <summary>Finds what a changed or deleted message had become.</summary>
internal static class SourceResolver
{
    /// <returns>Null if the message was never taken for anything.</returns>
    public static async Task<Intent?> ResolveAsync(
        Turn turn, PlaceRef place, string message, string? newText, CancellationToken cancel)
    {
        var question = await turn.Db.WholeQuestions().FirstOrDefaultAsync(
            q => q.SourceConnection == place.Connection && q.SourcePlace == place.Id && q.SourceMessage == message,
            cancel);
        if (question is not null) return new QuestionSourceChanged(question, newText);
        var contribution = await turn.Db.Contributions.AsNoTracking().FirstOrDefaultAsync(
            c => c.SourceConnection == place.Connection && c.SourcePlace == place.Id && c.SourceMessage == message,
            cancel);
        if (contribution is null)
        {
            var draft = await turn.Db.Drafts.FirstOrDefaultAsync(
                d => d.Connection == place.Connection && d.PlaceId == place.Id && d.Message == message, cancel);
            return draft is null ? null : new DraftSourceChanged(draft, newText);
        }

        question = await turn.Db.FindQuestionAsync(contribution.QuestionId, cancel);
        return new ContributionSourceChanged(
            question!, question!.Contributions.Single(c => c.Id == contribution.Id), newText);
    }
}
