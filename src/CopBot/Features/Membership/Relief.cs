using CopBot.Domain;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Membership;

/// <summary>Whatever waited for somebody who leaves or wants no contact waits for that person no longer.</summary>
internal static class Relief
{
    public static async Task ReleaseAsync(Turn turn, Guid memberId, CancellationToken cancel)
    {
        var waiting = await turn.Db.WholeQuestions()
            .Where(q => q.Assignments.Any(a => a.MemberId == memberId && a.State == AssignmentState.Pending))
            .ToListAsync(cancel);
        foreach (var question in waiting)
        {
            question.Touch();
            foreach (var own in question.Assignments.Where(
                a => a.MemberId == memberId && a.State == AssignmentState.Pending))
            {
                own.State = AssignmentState.Passed;
                own.EndedAt = turn.Now;
            }
        }
    }
}
