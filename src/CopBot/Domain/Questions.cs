using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Domain;

/// <summary>How questions are read: always whole, so that a handler never decides on half of one.</summary>
internal static class Questions
{
    public static IQueryable<Question> WholeQuestions(this CopBotDbContext db) => db.Questions
        .Include(question => question.Threads.OrderBy(thread => thread.Id))
        .Include(question => question.Assignments.OrderBy(assignment => assignment.Id))
        .Include(question => question.Contributions.OrderBy(contribution => contribution.Id))
        .AsSplitQuery();

    public static Task<Question?> FindQuestionAsync(this CopBotDbContext db, Guid id, CancellationToken cancel) =>
        db.WholeQuestions().FirstOrDefaultAsync(question => question.Id == id, cancel);

    /// <summary>The question an action's short id means; null for anything else.</summary>
    public static Task<Question?> FindQuestionAsync(this CopBotDbContext db, string id, CancellationToken cancel) =>
        Guid.TryParseExact(id, "N", out var guid)
            ? db.FindQuestionAsync(guid, cancel)
            : Task.FromResult<Question?>(null);

    /// <summary>The question with a contribution that an action's short id means; null for anything else.</summary>
    public static async Task<(Question Question, Contribution Contribution)?> FindContributionAsync(
        this CopBotDbContext db, string id, CancellationToken cancel)
    {
        if (!Guid.TryParseExact(id, "N", out var guid)) return null;
        var question = await db.WholeQuestions(
            ).FirstOrDefaultAsync(q => q.Contributions.Any(c => c.Id == guid), cancel);
        return question is null ? null : (question, question.Contributions.Single(c => c.Id == guid));
    }

    /// <summary>The question with a handle such as <c>Q7</c>.</summary>
    public static Task<Question?> FindHandleAsync(
        this CopBotDbContext db, Guid communityId, int number, CancellationToken cancel) =>
        db.WholeQuestions().FirstOrDefaultAsync(q => q.CommunityId == communityId && q.Number == number, cancel);
}
