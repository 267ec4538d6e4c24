using CopBot.Testing.Stories;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Host.Tests;

/// <summary>Somebody answered in the thread, nobody marked it: who asked is asked before others are.</summary>
public sealed class Noticing
{
    private const string Question = "How do we choose outcome indicators for budget programmes?";

    private const string Answer =
        "Yes, you can choose outcome indicators for budget programmes from the list of the National Statistics Office. Call them, or go to their website: there are 3 indicators for each programme. Try to begin with a decision that the Minister will take.";

    [Fact]
    public async Task who_asked_is_asked_whether_that_answers_it_and_nobody_else_is_bothered()
    {
        await using var stage = await AnsweredAsync();
        var asked = await LaterAsync(stage);
        asked.Words.ShouldContain("Ingrid Solheim wrote");
        asked.Words.ShouldContain("begin with a decision");
        await stage.Asker.PressAsync(asked, "helped");
        await stage.SlackCoordinator.SeesAsync("says that your answer to Q1 helped");
        stage.Bot.SetClock(stage.Bot.Now.AddDays(20));
        await Task.Delay(2500);
        await stage.Bot.SettleAsync();
        (await stage.SlackCoordinator.CountsAsync("no answer yet")).ShouldBe(0);
    }

    [Fact]
    public async Task who_says_no_is_asked_on_for_at_once()
    {
        await using var stage = await AnsweredAsync();
        await stage.Asker.PressAsync(await LaterAsync(stage), "not-answered");
        await stage.Asker.SeesAsync("I ask on.");
        await stage.Asker.SeesAsync("Q1: no answer yet");

        // Pressed once more, when nobody remembers that press any longer: nothing is skipped.
        await stage.Bot.SettleAsync();
        var steps = await StepAsync(stage);
        await stage.Bot.Store.WriteAsync((db, cancel) => db.Inbox.ExecuteDeleteAsync(cancel), CancellationToken.None);
        await stage.Asker.PressAsync(await stage.Asker.SeesAsync("Does that answer it?", "not-answered"), "not-answered");
        await stage.Bot.SettleAsync();
        (await StepAsync(stage)).ShouldBe(steps);
    }

    [Fact]
    public async Task who_says_nothing_is_asked_on_for_in_a_while_and_not_asked_again()
    {
        await using var stage = await AnsweredAsync();
        await LaterAsync(stage);
        stage.Bot.SetClock(stage.Bot.Now.AddDays(3));
        await stage.Asker.SeesAsync("Q1: no answer yet");
        (await stage.Asker.CountsAsync("Does that answer it?")).ShouldBe(1);
    }

    [Fact]
    public async Task chatter_is_no_answer()
    {
        await using var stage = await AnsweredAsync("Thanks, me too! Following this, waiting for what others say?");
        stage.Bot.SetClock(stage.Bot.Now.AddDays(4));
        await stage.Asker.SeesAsync("Q1: no answer yet");
        (await stage.Asker.CountsAsync("Does that answer it?")).ShouldBe(0);
    }

    private static async Task<Seen> LaterAsync(AcrossStage stage)
    {
        stage.Bot.SetClock(stage.Bot.Now.AddDays(4));
        return await stage.Asker.SeesAsync("Does that answer it?", "not-answered");
    }

    /// <summary>Asked of one who stays silent; somebody else replies in the thread, without a mention.</summary>
    private static async Task<AcrossStage> AnsweredAsync(string said = Answer)
    {
        var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await stage.SlackCoordinator.TellAsync("help");
        await stage.Asker.MentionAsync(Question);
        await stage.Expert.SeesAsync(Question, "answer");
        await stage.SlackCoordinator.ReplyAsync(await stage.SlackCoordinator.SeesAsync("Q1 · Asked"), said, mention: false);
        await stage.Bot.SettleAsync();
        return stage;
    }

    private static async Task<int> StepAsync(AcrossStage stage)
    {
        await using var db = await stage.Bot.OpenAsync();
        return await db.Questions.Select(question => question.Step).SingleAsync();
    }
}
