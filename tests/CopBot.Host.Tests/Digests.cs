using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Fakes.Teams;
using CopBot.Testing.Stories;

namespace CopBot.Host.Tests;

/// <summary>What happened is drafted, posted once everywhere, and asked about weeks later.</summary>
public sealed class Digests
{
    private const string Question = "How do we choose outcome indicators?";
    private const string Answer = "Start from one decision that the minister will take.";

    [Fact]
    public async Task a_coordinator_asks_for_the_digest_and_posts_it_once_in_every_place()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await HelpedAsync(stage);
        await stage.Asker.MentionAsync("Who audits payroll?");
        await stage.Asker.SeesAsync("Q2 · Nobody here is known");
        await stage.Asker.TellAsync("What stays private?");
        await stage.Asker.SeesAsync("Q3 ·");
        await stage.Asker.TellAsync("digest");
        await stage.Asker.SeesAsync("Only a coordinator");

        await stage.SlackCoordinator.TellAsync("digest");
        var draft = await stage.SlackCoordinator.SeesAsync("This is the digest as a draft", "post-digest");
        foreach (var words in new[] { "Still unanswered", "Who audits payroll?", "Answered", Question, "To Kofi Mensah", "New here" })
        {
            draft.Words.ShouldContain(words);
        }

        draft.Words.ShouldNotContain("What stays private?");
        await stage.SlackCoordinator.PressAsync(draft, "post-digest");
        var posted = await stage.TeamsCoordinator.SeesAsync("Who audits payroll?", "take");
        await stage.Asker.SeesAsync("Still unanswered", "take");
        await stage.SlackCoordinator.SeesAsync("This digest is posted.");
        await stage.SlackCoordinator.TellAsync("post digest");
        await stage.SlackCoordinator.SeesAsync("was decided on before");
        await stage.Bot.SettleAsync();
        stage.Slack.Read("C0RESULTS").Count(m => m.Blocks is not null && SlackWords.Of(m.Blocks).Contains("Still unanswered")).ShouldBe(1);
        stage.Teams.Read(FakeTeams.Channel).Count(a => TeamsWords.Of(a.Body).Contains("Still unanswered")).ShouldBe(1);

        await stage.TeamsCoordinator.PressAsync(posted, "take");
        await stage.TeamsCoordinator.SeesAsync("Q2: a question for you", "answer");
        await stage.Asker.SeesAsync("Q2 · Asked Layla Haddad");
    }

    [Fact]
    public async Task a_digest_is_posted_once_in_every_place_across_three_restarts()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await HelpedAsync(stage);
        await stage.Asker.MentionAsync("Who audits payroll?");
        await stage.Asker.SeesAsync("Q2 · Nobody here is known");

        await stage.SlackCoordinator.TellAsync("digest");
        var inSlack = await stage.SlackCoordinator.SeesAsync("This is the digest as a draft", "post-digest");
        await stage.TeamsCoordinator.TellAsync("digest");
        var inTeams = await stage.TeamsCoordinator.SeesAsync("This is the digest as a draft", "post-digest");
        await stage.RestartAsync();
        await stage.SlackCoordinator.PressAsync(inSlack, "post-digest");

        // Stopped in the middle of posting, twice.
        await stage.RestartAsync();
        await stage.SlackCoordinator.TellAsync("post digest");
        await stage.RestartAsync();
        await stage.TeamsCoordinator.PressAsync(inTeams, "drop-digest");
        await stage.TeamsCoordinator.SeesAsync("Nothing is posted");
        await stage.TeamsCoordinator.SeesAsync("Who audits payroll?", "take");
        await stage.Asker.SeesAsync("Still unanswered", "take");
        await stage.Bot.SettleAsync();
        stage.Slack.Read("C0RESULTS").Count(m => m.Blocks is not null && SlackWords.Of(m.Blocks).Contains("Still unanswered")).ShouldBe(1);

        // Teams lets no bot look for what it sent: one attempt in doubt may show twice, and is counted.
        stage.Teams.Read(FakeTeams.Channel).Count(a => TeamsWords.Of(a.Body).Contains("Still unanswered"))
            .ShouldBeInRange(1, 1 + await stage.Bot.PossibleRepeatsAsync());
    }

    [Fact]
    public async Task on_monday_every_coordinator_gets_the_draft_and_a_quiet_week_is_one_line()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        stage.Bot.SetClock(new DateTimeOffset(2027, 3, 1, 8, 59, 58, TimeSpan.Zero)); // a Monday, weeks after anything
        await stage.TeamsCoordinator.SeesAsync("A quiet week", "post-digest");
        await stage.SlackCoordinator.SeesAsync("A quiet week", "drop-digest");
        var draft = await stage.SlackCoordinator.SeesAsync("A quiet week", "drop-digest");
        await stage.SlackCoordinator.PressAsync(draft, "drop-digest");
        await stage.SlackCoordinator.SeesAsync("Nothing is posted");
        await stage.Bot.SettleAsync(); // the other coordinator's draft says so too, a moment later
        var before = await stage.TeamsCoordinator.CountsAsync("A quiet week");
        stage.Bot.SetClock(new DateTimeOffset(2027, 3, 8, 9, 0, 1, TimeSpan.Zero));
        for (var tries = 0; tries < 200 && await stage.TeamsCoordinator.CountsAsync("A quiet week") == before; tries++)
        {
            await Task.Delay(50);
        }

        (await stage.TeamsCoordinator.CountsAsync("A quiet week")).ShouldBe(before + 1);
    }

    [Fact]
    public async Task four_weeks_later_the_asker_is_asked_one_thing_and_reminded_once()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await HelpedAsync(stage);
        stage.Bot.SetClock(stage.Bot.Now.AddDays(28).AddMinutes(1));
        await stage.Asker.SeesAsync("Did you use it?", "used-adapted");
        stage.Bot.SetClock(stage.Bot.Now.AddDays(7).AddMinutes(1));
        for (var tries = 0; tries < 200 && await stage.Asker.CountsAsync("Did you use it?") < 2; tries++) await Task.Delay(50);
        (await stage.Asker.CountsAsync("Did you use it?")).ShouldBe(2);
        stage.Bot.SetClock(stage.Bot.Now.AddDays(60));
        await stage.Asker.PressAsync(await stage.Asker.SeesAsync("Did you use it?", "used-adapted"), "used-adapted");
        await stage.Asker.SeesAsync("what the community is worth");
        await stage.Bot.SettleAsync();
        (await stage.Asker.CountsAsync("Did you use it?")).ShouldBe(2);
        await using var db = await stage.Bot.OpenAsync();
        db.Log.Select(e => e.Type).ToList().ShouldContain("followup.answered");
    }

    [Fact]
    public async Task the_report_counts_with_its_definitions()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await HelpedAsync(stage);
        await stage.Asker.MentionAsync("Who audits payroll?");
        await stage.Asker.SeesAsync("Q2 · Nobody here is known");
        await stage.SlackCoordinator.TellAsync("report");
        var report = await stage.SlackCoordinator.SeesAsync("in numbers");
        foreach (var words in new[] { "Questions asked: 2", "Answered: 1 of 2 (50", "n = 1", "Found helpful: 1 of 1 (100", "it is a lower bound" })
        {
            report.Words.ShouldContain(words);
        }
    }

    private static async Task HelpedAsync(AcrossStage stage)
    {
        await stage.Asker.MentionAsync(Question);
        await stage.Expert.FillAsync(await stage.Expert.SeesAsync(Question, "answer"), "answer", Answer);
        await stage.Asker.PressAsync(await stage.Asker.SeesAsync(Answer, "helped"), "helped");
        await stage.Expert.SeesAsync("helped. Thank you");
    }
}
