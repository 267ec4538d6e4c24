using CopBot.Domain;
using CopBot.Storage;
using CopBot.Testing.Fakes.OpenAI;
using CopBot.Testing.Stories;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Host.Tests;

/// <summary>With a language model, more is found; without it, and whatever it does, nobody waits and nothing is lost.</summary>
public sealed class Understanding : IAsyncLifetime
{
    private FakeAzureOpenAI _service = null!;

    public async ValueTask InitializeAsync() =>
        (_service = await FakeAzureOpenAI.StartAsync()).VectorOf = Concepts;

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task a_question_in_other_words_finds_what_it_means()
    {
        await using var stage = await LearntAsync();
        await FindsAsync(stage.TeamsCoordinator, "find striking through letters", "topic 7");
    }

    [Theory]
    [InlineData(HostileAnswer.ServerError)]
    [InlineData(HostileAnswer.Silent)]
    [InlineData(HostileAnswer.Random)]
    [InlineData(HostileAnswer.AllAlike)]
    public async Task whatever_the_service_does_words_still_find_and_nobody_waits_long(HostileAnswer hostile)
    {
        await using var stage = await LearntAsync();
        _service.Hostile = hostile;
        var begun = TimeProvider.System.GetTimestamp();
        await FindsAsync(stage.TeamsCoordinator, "find topic 12 of expenditure", "topic 12");
        TimeProvider.System.GetElapsedTime(begun).ShouldBeLessThan(TimeSpan.FromSeconds(8));
    }

    [Fact]
    public async Task with_nobody_there_at_all_words_still_find()
    {
        await using var stage = await LearntAsync();
        await _service.GoAwayAsync();
        await FindsAsync(stage.TeamsCoordinator, "find topic 12 of expenditure", "topic 12");
    }

    [Fact]
    public async Task another_model_sees_every_text_again()
    {
        await using var stage = await LearntAsync();
        _service.Model = "text-embedding-3-large";
        await FindsAsync(stage.TeamsCoordinator, "find topic 12 of expenditure", "topic 12");
        await UntilAsync(stage, vectors => vectors.Count == 80 && vectors.TrueForAll(v => v.Model == "text-embedding-3-large"));
    }

    [Fact]
    public async Task what_could_not_be_seen_while_the_service_was_away_is_seen_later()
    {
        await _service.GoAwayAsync();
        await using var stage = await StageAsync();
        await SeedAsync(stage);
        await FindsAsync(stage.SlackCoordinator, "find topic 3 of expenditure", "topic 3");
        await UntilTriedAsync(stage);
        await _service.ComeBackAsync();
        await UntilAsync(stage, vectors => vectors.Count == 80);
    }

    [Fact]
    public async Task a_model_that_answered_before_the_last_one_changes_nothing_any_more()
    {
        await using var stage = await LearntAsync();

        // A search is answered by the old one; then texts are seen by the new one.
        await FindsAsync(stage.TeamsCoordinator, "find topic 12 of expenditure", "topic 12");
        _service.Model = "text-embedding-3-large";
        await stage.Bot.SeedAnswersAsync([("Who decides on topic 41 of it?", "Nobody does.")], from: 2000);
        await UntilAsync(stage, vectors => vectors.Count == 82 && vectors.TrueForAll(v => v.Model == "text-embedding-3-large"));
        await Task.Delay(2500);
        var asked = _service.Asked.Count;
        await Task.Delay(3000);
        _service.Asked.Count.ShouldBe(asked, "nothing is left to be seen");
    }

    [Fact]
    public async Task one_text_that_the_service_refuses_keeps_no_other_from_being_seen()
    {
        _service.Refuses = text => text.Contains("topic 7 ", StringComparison.Ordinal);
        await using var stage = await StageAsync();
        await SeedAsync(stage);
        await FindsAsync(stage.SlackCoordinator, "find topic 3 of expenditure", "topic 3");
        await UntilAsync(stage, vectors => vectors.Count == 79);
        await Task.Delay(2500);
        var asked = _service.Asked.Count;
        await Task.Delay(2500);
        _service.Asked.Count.ShouldBe(asked, "it is not tried for ever");
    }

    [Fact]
    public async Task vectors_whose_text_went_before_anybody_looked_go_too()
    {
        await using var stage = await StageAsync();
        await using (var db = await stage.Bot.OpenAsync())
        {
            var community = await db.Communities.OrderBy(c => c.Name).Select(c => c.Id).FirstAsync();
            await stage.Bot.Store.WriteAsync(
                async (view, cancel) =>
                {
                    view.TextVectors.Add(new()
                    {
                        CommunityId = community, Item = $"q{Guid.NewGuid():N}", Part = 0, Model = "gone", Hash = new byte[32], Vector = [1],
                    });
                    await view.MeaningProgress.Where(p => p.CommunityId == community).ExecuteDeleteAsync(cancel);
                    return await view.SaveChangesAsync(cancel);
                },
                CancellationToken.None);
        }

        await UntilAsync(stage, vectors => vectors.Count == 0);
    }

    [Fact]
    public async Task a_database_restored_into_a_server_whose_numbers_start_low_is_seen_from_the_beginning()
    {
        await using var stage = await LearntAsync();
        while (!await stage.Bot.Store.WriteAsync(ReadAheadAsync, CancellationToken.None)) await Task.Delay(50);
        await UntilAsync(stage, vectors => vectors.Count == 80);

        // Once nobody is at it: how far the feed was read is a number that this server has not reached.
        static async Task<bool> ReadAheadAsync(CopBotDbContext db, CancellationToken cancel)
        {
            var ahead = await db.MeaningProgress.Where(p => p.ClaimedUntil == DateTimeOffset.UnixEpoch).ExecuteUpdateAsync(
                set => set.SetProperty(p => p.Position, p => p.Position + 1_000_000), cancel);
            if (ahead > 0) await db.TextVectors.ExecuteDeleteAsync(cancel);
            return ahead > 0;
        }
    }

    [Fact]
    public async Task what_is_asked_in_private_or_not_of_the_bot_goes_nowhere()
    {
        await using var stage = await LearntAsync();
        await stage.SlackCoordinator.MentionAsync("offer help");
        await stage.SlackCoordinator.SeesAsync("I say so to that member alone");
        await stage.Asker.TellAsync("help");
        await stage.Asker.SeesAsync("What you can say to me");
        await Task.Delay(2500);
        await stage.SlackAsker.SayAsync("C0RESULTS", null, "Does anybody know who decides on topic 12 of it all?");
        await stage.Asker.TellAsync("ask privately Who hides topic 13 of expenditure?");
        await stage.Asker.SeesAsync("Q1 ·");
        await stage.Asker.TellAsync("ask anonymously Who hushes topic 14 of expenditure?");
        await stage.Asker.SeesAsync("Q2 ·");
        await stage.Bot.SettleAsync();
        _service.Asked.ShouldNotContain(text => text.Contains("anybody", StringComparison.Ordinal)
            || text.Contains("hides", StringComparison.Ordinal) || text.Contains("hushes", StringComparison.Ordinal));
        await stage.Asker.MentionAsync("Who shows topic 15 of expenditure?");
        await stage.Asker.SeesAsync("Q3");
        _service.Asked.ShouldContain(text => text.Contains("shows", StringComparison.Ordinal));
    }

    [Fact]
    public async Task a_vector_goes_with_its_text_even_while_the_service_is_away()
    {
        await using var stage = await LearntAsync();
        await _service.GoAwayAsync();
        await stage.Bot.Store.WriteAsync(
            async (db, cancel) =>
            {
                var question = await db.WholeQuestions().FirstAsync(q => q.Number == 1007, cancel);
                question.State = QuestionState.Withdrawn;
                return await db.SaveChangesAsync(cancel);
            },
            CancellationToken.None);
        await UntilAsync(stage, vectors => vectors.Count == 78);
    }

    [Fact]
    public async Task the_budget_of_a_day_is_kept()
    {
        await using var stage = await StageAsync(("AzureOpenAI:DailyTokenBudget", "100"));
        await SeedAsync(stage);
        await UntilAsync(stage, _ => true);
        await FindsAsync(stage.TeamsCoordinator, "find topic 12 of expenditure", "topic 12");
        await using var db = await stage.Bot.OpenAsync();
        (await db.TokenUses.SumAsync(use => use.Tokens)).ShouldBeLessThanOrEqualTo(100);
        _service.Asked.Count.ShouldBeLessThan(20);
    }

    [Fact]
    public async Task what_was_used_is_written_down()
    {
        await using var stage = await LearntAsync();
        await using var db = await stage.Bot.OpenAsync();
        (await db.TokenUses.SumAsync(use => use.Tokens)).ShouldBeGreaterThan(100);
    }

    /// <summary>Forty concepts: the vector of a text tells which it is of, in whatever words.</summary>
    private static float[] Concepts(string text)
    {
        var vector = Enumerable.Range(0, 64).Select(i => 0.01f * ((((i * 7) + text.Length) % 5) - 2)).ToArray();
        var topic = text.Contains("striking", StringComparison.Ordinal) ? 7
            : text.StartsWith("It is", StringComparison.Ordinal) ? text.Count(letter => letter == '!')
            : Enumerable.Range(0, 40).FirstOrDefault(i => text.Contains($"topic {i} ", StringComparison.Ordinal), 41);
        vector[topic] = 1;
        return vector;
    }

    private async Task<AcrossStage> StageAsync(params (string Name, string Value)[] more)
    {
        var settings = _service.Settings();
        foreach (var (name, value) in more) settings[name] = value;
        var stage = await AcrossStage.OpenAsync(settings);
        await stage.PrepareAsync();
        return stage;
    }

    private async Task<AcrossStage> LearntAsync()
    {
        var stage = await StageAsync();
        await SeedAsync(stage);
        await FindsAsync(stage.SlackCoordinator, "find topic 3 of expenditure", "topic 3");
        await UntilAsync(stage, vectors => vectors.Count == 80);
        var indexes = (Pipeline.Knowing.KnowledgeIndexes)stage.Bot.Services.GetService(typeof(Pipeline.Knowing.KnowledgeIndexes))!;
        await using var db = await stage.Bot.OpenAsync();
        var community = await db.Communities.OrderBy(c => c.Name).FirstAsync();
        for (var i = 0; i < 400 && indexes.TrustOf(community) < 0.9; i++) await Task.Delay(50);
        indexes.TrustOf(community).ShouldBeGreaterThan(0.9);
        return stage;
    }

    private static Task SeedAsync(AcrossStage stage) => stage.Bot.SeedAnswersAsync(
        [.. Enumerable.Range(0, 40).Select(i => ($"Who decides on topic {i} of expenditure?", $"It is the controller{new string('!', i)}"))]);

    private static async Task FindsAsync(Chatter somebody, string said, string found)
    {
        await somebody.TellAsync(said);
        await somebody.SeesAsync($"{found} ");
    }

    private static async Task UntilAsync(AcrossStage stage, Func<List<TextVector>, bool> holds)
    {
        var vectors = new List<TextVector>();
        for (var i = 0; i < 400; i++)
        {
            await using (var db = await stage.Bot.OpenAsync()) vectors = await db.TextVectors.AsNoTracking().ToListAsync();
            if (holds(vectors)) return;
            await Task.Delay(50);
        }

        holds(vectors).ShouldBeTrue($"{vectors.Count} vectors");
    }

    /// <summary>The service was asked for, in vain, at least once.</summary>
    private static async Task UntilTriedAsync(AcrossStage stage)
    {
        for (var i = 0; i < 200; i++)
        {
            await using var db = await stage.Bot.OpenAsync();
            if (await db.MeaningProgress.AnyAsync()) break;
            await Task.Delay(50);
        }

        await Task.Delay(1500);
    }
}
