using CopBot.Domain;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Benchmarks.Chaos;

/// <summary>Years of questions with their answers, all at once.</summary>
internal static class StoredQuestions
{
    private const int AtOnce = 2000;

    public static async Task AddAsync(IStore store, int count, CancellationToken cancel)
    {
        for (var done = 0; done < count; done += AtOnce)
        {
            var from = done;
            await store.WriteAsync((db, token) => BatchAsync(db, from, Math.Min(AtOnce, count - from), token), cancel);
            if (done % 100_000 == 0) Console.WriteLine($"{done} questions");
        }
    }

    private static async Task BatchAsync(CopBotDbContext db, int from, int count, CancellationToken cancel)
    {
        var community = await db.Communities.AsNoTracking().FirstAsync(cancel);
        var begun = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (var number = from + 1; number <= from + count; number++)
        {
            var at = begun.AddMinutes(number);
            var question = new Question
            {
                Id = Guid.CreateVersion7(at), CommunityId = community.Id, Number = number, AskedAt = at, State = QuestionState.Helped,
                Text = $"How do others handle case {number} of budget line {number % 977} in district {number % 61}?",
                SourceConnection = "slack/main", SourcePlace = $"C{number % 500}", SourceMessage = $"{number}.000001",
            };
            question.Contributions.Add(new Contribution
            {
                Id = Guid.CreateVersion7(at), QuestionId = question.Id, CommunityId = community.Id, Kind = ContributionKind.Answer, SaidAt = at, HelpedAt = at,
                Text = $"We move it to line {number % 311} and report it with form {number % 47}.",
                SourceConnection = "teams/main", SourcePlace = $"T{number % 500}", SourceMessage = $"{number}",
            });
            db.Questions.Add(question);
        }

        await db.SaveChangesAsync(cancel);
        await db.Communities.Where(c => c.Id == community.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Questions, from + count), cancel);
    }
}
