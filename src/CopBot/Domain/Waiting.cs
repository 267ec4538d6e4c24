using CopBot.Domain.Events;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Domain;

/// <summary>What waits for a member.</summary>
internal static class Waiting
{
    /// <summary>
    /// Whatever waited for somebody who leaves, is away or wants no contact waits for that person no longer.
    /// </summary>
    public static async Task ReleaseAsync(Turn turn, Guid memberId, Outcome outcome, CancellationToken cancel)
    {
        var waiting = await turn.Db.WholeQuestions()
            .Where(q => q.State == QuestionState.Open
                && q.Assignments.Any(a => a.MemberId == memberId && a.State == AssignmentState.Pending))
            .ToListAsync(cancel);
        foreach (var question in waiting)
        {
            question.PassedBy(memberId, turn.Now);
            outcome.Raise(new QuestionDeclined(question, memberId, "unavailable"));
        }
    }
}
