using CopBot.Domain;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Membership;

/// <summary>What a person said about questions: texts and sources go, the record of the conversation stays.</summary>
internal static class ErasedQuestions
{
    public static Task<List<Question>> LoadAsync(CopBotDbContext db, Guid memberId, CancellationToken cancel) =>
        db.WholeQuestions()
            .Where(q => q.AskerId == memberId || q.Assignments.Any(a => a.MemberId == memberId)
                || q.Threads.Any(t => t.MemberId == memberId) || q.Contributions.Any(c => c.AuthorId == memberId))
            .ToListAsync(cancel);

    public static async Task EraseAsync(
        CopBotDbContext db,
            IReadOnlyList<Question> questions, Guid memberId, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var question in questions)
        {
            question.Touch();
            if (question.AskerId == memberId) EraseQuestion(db, question, now);
            foreach (var own in question.Contributions.Where(c => c.AuthorId == memberId))
            {
                own.AuthorId = null;
                own.Text = "";
                own.RemovedAt ??= now;
                EraseSource(db, own);
            }

            foreach (var own in question.Assignments.Where(a => a.MemberId == memberId).ToList())
            {
                db.Assignments.Remove(own);
                question.Assignments.Remove(own);
            }

            foreach (var thread in question.Threads.Where(t => t.MemberId == memberId).ToList())
            {
                db.Receipts.RemoveRange(await ReceiptsAsync(db, thread, cancel));
                db.Threads.Remove(thread);
                question.Threads.Remove(thread);
            }
        }
    }

    private static void EraseQuestion(CopBotDbContext db, Question question, DateTimeOffset now)
    {
        question.AskerId = null;
        question.Text = "";
        question.Withdraw(now);
        var entry = db.Entry(question);
        entry.Property(q => q.SourceConnection).CurrentValue = null;
        entry.Property(q => q.SourcePlace).CurrentValue = null;
        entry.Property(q => q.SourceMessage).CurrentValue = null;
    }

    private static void EraseSource(CopBotDbContext db, Contribution contribution)
    {
        var entry = db.Entry(contribution);
        entry.Property(c => c.SourceConnection).CurrentValue = null;
        entry.Property(c => c.SourcePlace).CurrentValue = null;
        entry.Property(c => c.SourceMessage).CurrentValue = null;
    }

    private static Task<List<Pipeline.Receipt>> ReceiptsAsync(
        CopBotDbContext db, QuestionThread thread, CancellationToken cancel)
    {
        var end = $":{thread.Id:N}";
        return db.Receipts.Where(r => r.CardKey.EndsWith(end)).ToListAsync(cancel);
    }
}
