using CopBot.Testing.Stories;

namespace CopBot.Host.Tests;

/// <summary>What helped is kept, reviewed, found again, doubted and confirmed.</summary>
public sealed class Keeping
{
    private const string Question = "How do we choose outcome indicators?";
    private const string Answer = "Start from one decision that the minister will take.";

    [Fact]
    public async Task an_answer_that_helped_is_kept_published_and_answers_the_next_at_once()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await KeptAsync(stage, naming: "named");
        await PublishedAsync(stage);

        await stage.SlackCoordinator.MentionAsync("How should one choose outcome indicators");
        var known = await stage.SlackCoordinator.SeesAsync("the community knows something", "solves");
        known.Words.ShouldContain("N1 · How do we choose outcome indicators?");
        known.Words.ShouldContain("Ghana, 2019");
        known.Words.ShouldContain("Kofi Mensah vouches for it since");
        (await stage.Expert.CountsAsync("Q2")).ShouldBe(0);
        await stage.SlackCoordinator.PressAsync(known, "solves");
        await stage.SlackCoordinator.SeesAsync("Q2 · Solved by what the community knew already");
        await stage.Bot.SettleAsync();
        await stage.Bot.VerifyLogAsync();
        await using var db = await stage.Bot.OpenAsync();
        db.Log.Select(e => e.Type).ToList().ShouldContain("suggestion.solved");
    }

    [Fact]
    public async Task an_answer_longer_than_a_field_is_kept_as_far_as_it_fits()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await stage.Asker.MentionAsync(Question);
        await stage.Expert.SeesAsync(Question, "answer");
        await stage.Expert.TellAsync("answer Q1: " + string.Concat(Enumerable.Repeat("Start from one decision. ", 150)));
        await stage.Asker.PressAsync(await stage.Asker.SeesAsync("Start from one decision.", "helped"), "helped");
        var thanks = await stage.Expert.SeesAsync("Would you keep it for others?", "keep");
        await stage.Expert.FillAsync(thanks, "keep", new Dictionary<string, string>(StringComparer.Ordinal));
        await stage.Expert.SeesAsync("N1 goes to the coordinators for review");
    }

    [Fact]
    public async Task what_does_not_fit_goes_to_those_who_know()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await KeptAsync(stage, naming: "unnamed");
        await PublishedAsync(stage);
        await stage.SlackCoordinator.TellAsync("How should one choose outcome indicators");
        var known = await stage.SlackCoordinator.SeesAsync("the community knows something", "not-my-case");
        known.Words.ShouldNotContain("Kofi Mensah");
        await stage.SlackCoordinator.PressAsync(known, "not-my-case");
        await stage.SlackCoordinator.SeesAsync("Q2 · Asked Kofi Mensah");
        await stage.Expert.SeesAsync("Q2: a question for you", "answer");
    }

    [Fact]
    public async Task an_asker_who_says_nothing_is_put_to_those_who_know_after_an_hour()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await KeptAsync(stage, naming: "unnamed");
        await PublishedAsync(stage);
        await stage.SlackCoordinator.TellAsync("How should one choose outcome indicators");
        await stage.SlackCoordinator.SeesAsync("If you say nothing, I ask those who know in an hour", "solves");
        stage.Bot.SetClock(stage.Bot.Now.AddMinutes(61));
        await stage.SlackCoordinator.SeesAsync("Q2 · Asked Kofi Mensah");
    }

    [Fact]
    public async Task before_it_is_published_a_note_is_found_by_nobody_and_the_answer_is()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await KeptAsync(stage, naming: "named");
        await stage.Asker.TellAsync("find outcome indicators");
        var found = await stage.Asker.SeesAsync("it helped who asked");
        found.Words.ShouldContain(Answer);
        found.Words.ShouldNotContain("N1");
        await stage.Asker.TellAsync("publish N1");
        await stage.Asker.SeesAsync("Only a coordinator");
        await PublishedAsync(stage);
        await stage.Asker.TellAsync("chercher indicateurs outcome");
        (await stage.Asker.SeesAsync("N1 · How do we choose", "flag")).Words.ShouldNotContain("it helped who asked");
        await stage.Asker.TellAsync("find zymurgy");
        await stage.Asker.SeesAsync("I found nothing on that");
    }

    [Fact]
    public async Task a_note_is_doubted_and_confirmed_again()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await KeptAsync(stage, naming: "named");
        await PublishedAsync(stage);
        await stage.Asker.TellAsync("find outcome indicators");
        var found = await stage.Asker.SeesAsync("N1 · How do we choose", "flag");
        await stage.Asker.FillAsync(found, "flag", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["what"] = "The budget law changed in 2024.",
        });
        await stage.Expert.SeesAsync("The budget law changed in 2024.");
        var doubted = await stage.SlackCoordinator.SeesAsync("N1 is due for review", "publish-note");
        await stage.SlackCoordinator.PressAsync(doubted, "publish-note");
        await stage.SlackCoordinator.SeesAsync("N1 is published");
        await stage.Expert.TellAsync("sign N1 role");
        await stage.Expert.SeesAsync("N1 names you so from now on: role");
        await stage.Asker.TellAsync("find outcome indicators");
        await stage.Asker.SeesAsync("A member vouches for it since");
        await stage.SlackCoordinator.TellAsync("retire N1");
        await stage.SlackCoordinator.SeesAsync("N1 is put aside");
        await stage.SlackCoordinator.TellAsync("review");
        await stage.SlackCoordinator.SeesAsync("Nothing waits for review");
    }

    [Fact]
    public async Task a_note_comes_up_for_review_when_its_date_is_there()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await KeptAsync(stage, naming: "named");
        await PublishedAsync(stage);
        stage.Bot.SetClock(stage.Bot.Now.AddMonths(12).AddDays(1));
        await stage.TeamsCoordinator.SeesAsync("N1 is due for review", "publish-note");
    }

    [Fact]
    public async Task what_was_asked_in_private_is_found_by_nobody()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await stage.Asker.TellAsync(Question);
        await stage.Expert.FillAsync(await stage.Expert.SeesAsync(Question, "answer"), "answer", Answer);
        await stage.Asker.PressAsync(await stage.Asker.SeesAsync(Answer, "helped"), "helped");
        await stage.Expert.SeesAsync("helped. Thank you");
        await stage.TeamsCoordinator.TellAsync("find outcome indicators");
        await stage.TeamsCoordinator.SeesAsync("I found nothing on that");
    }

    private static async Task KeptAsync(AcrossStage stage, string naming)
    {
        await stage.Asker.MentionAsync(Question);
        await stage.Expert.FillAsync(await stage.Expert.SeesAsync(Question, "answer"), "answer", Answer);
        await stage.Asker.PressAsync(await stage.Asker.SeesAsync(Answer, "helped"), "helped");
        var thanks = await stage.Expert.SeesAsync("Would you keep it for others?", "keep");
        await stage.Expert.FillAsync(thanks, "keep", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["situation"] = "Ministries reported outputs only.", ["turning"] = "The minister asked what changed.",
            ["mistake"] = "Too many indicators.", ["limits"] = "Without a decision to take.",
            ["valid"] = "Ghana, 2019 budget law", ["naming"] = naming,
        });
        await stage.Expert.SeesAsync("N1 goes to the coordinators for review");
    }

    private static async Task PublishedAsync(AcrossStage stage)
    {
        var waits = await stage.TeamsCoordinator.SeesAsync("N1 waits for your review", "publish-note");
        waits.Words.ShouldContain("The minister asked what changed.");
        await stage.TeamsCoordinator.PressAsync(waits, "publish-note");
        await stage.Expert.SeesAsync("N1, which you kept, is published");
    }
}
