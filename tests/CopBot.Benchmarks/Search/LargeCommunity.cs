using CopBot.Domain;
using CopBot.Pipeline;
using CopBot.Storage;
using CopBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CopBot.Benchmarks.Search;

/// <summary>
/// A community of many members who gave many answers, as it lies in the product’s own database: few answer a great deal,
/// most next to nothing, a fifth say what they know of.
/// </summary>
internal sealed class LargeCommunity(BotHost bot, SyntheticNotes source, int members, int answers)
{
    private const int AtOnce = 5000;
    private const int AnswersToOne = 5;
    private static readonly DateTimeOffset Begin = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static Guid MemberOf(int number) => new(number + 1, 1, 0, new byte[8]);

    public async Task<Community> FillAsync(CancellationToken cancel)
    {
        await using var db = await bot.Store.OpenAsync(cancel);
        var community = await db.Communities.AsNoTracking().OrderBy(c => c.Name).FirstAsync(cancel);
        var connection = bot.Services.GetRequiredService<Platforms>().Connections.Keys.First();
        await db.DisposeAsync();
        for (var from = 0; from < members; from += AtOnce)
        {
            var portion = Enumerable.Range(from, Math.Min(AtOnce, members - from)).ToList();
            await WriteAsync(view => portion.ForEach(number => AddMember(view, community, connection, number)), cancel);
        }

        var questions = answers / AnswersToOne;
        for (var from = 0; from < questions; from += AtOnce / AnswersToOne)
        {
            var portion = Enumerable.Range(from, Math.Min(AtOnce / AnswersToOne, questions - from)).ToList();
            await WriteAsync(view => portion.ForEach(number => AddQuestion(view, community, number)), cancel);
        }

        await bot.Store.ChangeAsync(
            (view, token) => view.Communities.Where(c => c.Id == community.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.Questions, questions), token),
            cancel);
        return community;
    }

    /// <summary>A question that somebody asks now.</summary>
    public Question Asked(Community community, int number) => new()
    {
        Id = Guid.CreateVersion7(),
        CommunityId = community.Id,
        Number = answers + number,
        AskerId = MemberOf(number),
        Text = source.Question(number, answers / AnswersToOne),
        AskedAt = Begin.AddYears(7),
    };

    private Task<int> WriteAsync(Action<CopBotDbContext> add, CancellationToken cancel) => bot.Store.WriteAsync(
        async (view, token) =>
        {
            view.ChangeTracker.AutoDetectChangesEnabled = false;
            add(view);
            return await view.SaveChangesAsync(token);
        },
        cancel);

    private void AddMember(CopBotDbContext db, Community community, string connection, int number)
    {
        db.Members.Add(new()
        {
            Id = MemberOf(number), CommunityId = community.Id, Name = $"Member {number}", JoinedAt = Begin,
        });
        db.Identities.Add(new()
        {
            Id = Guid.CreateVersion7(), MemberId = MemberOf(number), Connection = connection, AccountId = $"U{number}", DirectPlace = $"D{number}",
        });
        if (number % 5 != 0) return;
        var words = source.Note(number).Title.Split(' ');
        db.Expertise.Add(new() { Id = Guid.CreateVersion7(), MemberId = MemberOf(number), Topic = $"{words[0]} {words[^1]}", Since = Begin });
    }

    private void AddQuestion(CopBotDbContext db, Community community, int number)
    {
        var (note, random) = (source.Note(number), new Random(number));
        var at = Begin.AddMinutes(number * 15.0);
        var question = new Question
        {
            Id = Guid.CreateVersion7(at), CommunityId = community.Id, Number = number + 1, AskerId = MemberOf(random.Next(members)), Text = note.Title, AskedAt = at, State = QuestionState.Solved,
        };
        db.Questions.Add(question);
        for (var i = 0; i < AnswersToOne; i++)
        {
            // Zipf: of every two answers, one is by the same few hundred.
            var author = (int)Math.Pow(members, random.NextDouble()) - 1;
            var words = source.Note(number + (i * 7)).Body.Split(' ');
            db.Contributions.Add(new()
            {
                Id = Guid.CreateVersion7(at),
                QuestionId = question.Id,
                CommunityId = community.Id,
                Kind = ContributionKind.Answer,
                AuthorId = MemberOf(author),
                Text = $"{note.Body} {string.Join(' ', words.Take(10))}",
                SaidAt = at.AddMinutes(i + 1),
            });
        }
    }
}
