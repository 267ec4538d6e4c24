using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Stories;

namespace CopBot.Host.Tests;

/// <summary>Who is asked, who is spared, and who comes next.</summary>
public sealed class Routing
{
    private const string Question = "How do we choose outcome indicators?";

    [Fact]
    public async Task whoever_passes_makes_room_for_the_next()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await stage.Asker.MentionAsync(Question);
        var request = await stage.Expert.SeesAsync(Question, "pass");
        var ana = await ExpertAsync(stage, "Ana Reis");
        await stage.Expert.PressAsync(request, "pass");
        await stage.Expert.SeesAsync("goes to somebody else");
        await ana.SeesAsync(Question, "answer");
        await stage.Asker.SeesAsync("Asked Ana Reis");
        await stage.Expert.SeesAsync("You passed; you still may answer");
    }

    [Fact]
    public async Task whoever_knows_somebody_better_suggests_them()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        var li = new TeamsChatter(stage.Teams, stage.Teams.AddUser("Li Wei"));
        await li.TellAsync("help");
        await li.SeesAsync("What you can say to me");
        await stage.Asker.MentionAsync(Question);
        var request = await stage.Expert.SeesAsync(Question, "suggest");
        await stage.Expert.FillAsync(request, "suggest", Named("Nobody Known"));
        await stage.Expert.SeesAsync("I know no member called “Nobody Known”");
        await stage.Expert.FillAsync(request, "suggest", Named("li wei"));
        await stage.Expert.SeesAsync("Li Wei is asked now");
        (await li.SeesAsync(Question, "answer")).Words.ShouldContain("Kofi Mensah suggested you.");
        await stage.Asker.SeesAsync("Asked Li Wei");
    }

    [Fact]
    public async Task nobody_is_asked_who_is_away()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await stage.Asker.MentionAsync(Question);
        await stage.Expert.SeesAsync(Question, "answer");
        await stage.Expert.TellAsync("away until Friday");
        await stage.Expert.SeesAsync("Nothing comes to you before");
        await stage.SlackCoordinator.SeesAsync("I asked in the home places");
        await stage.Asker.MentionAsync("Which outcome indicators do others use?");
        await stage.Asker.SeesAsync("Q2 · Nobody here is known");
        await stage.Expert.TellAsync("back");
        await stage.Expert.SeesAsync("Welcome back");
        await stage.Asker.MentionAsync("Who sets outcome indicators?");
        await stage.Asker.SeesAsync("Q3 · Asked Kofi Mensah");
    }

    [Fact]
    public async Task quiet_hours_are_kept_and_the_question_waits_for_their_end()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        stage.Bot.SetClock(new DateTimeOffset(2026, 11, 24, 20, 0, 0, TimeSpan.Zero));
        await stage.Expert.TellAsync("quiet 18:00-08:00");
        await stage.Expert.SeesAsync("From 18:00 to 08:00 (UTC)");
        await stage.Asker.MentionAsync(Question);
        await stage.Asker.SeesAsync("has quiet hours now");
        (await stage.Expert.CountsAsync(Question)).ShouldBe(0);
        stage.Bot.SetClock(new DateTimeOffset(2026, 11, 25, 7, 59, 0, TimeSpan.Zero));
        await Task.Delay(2500);
        (await stage.Expert.CountsAsync(Question)).ShouldBe(0);
        stage.Bot.SetClock(new DateTimeOffset(2026, 11, 25, 8, 0, 1, TimeSpan.Zero));
        await stage.Expert.SeesAsync(Question, "answer");
        await stage.Asker.SeesAsync("Asked Kofi Mensah");
    }

    [Fact]
    public async Task nobody_gets_more_open_questions_a_week_than_they_want()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await stage.Expert.TellAsync("cap 1");
        await stage.Expert.SeesAsync("At most 1 open question");
        await stage.Asker.MentionAsync(Question);
        var request = await stage.Expert.SeesAsync(Question, "answer");
        await stage.Asker.MentionAsync("Which indicators of outcome are cheap?");
        await stage.Asker.SeesAsync("Q2 · Nobody here is known");
        await stage.Expert.FillAsync(request, "answer", "Start from one decision.");
        await stage.Asker.SeesAsync("Start from one decision.");
        await stage.Asker.MentionAsync("Who sets indicators of outcome?");
        await stage.Asker.SeesAsync("Q3 · Asked Kofi Mensah");
    }

    [Fact]
    public async Task each_step_of_escalation_is_told()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await stage.Asker.MentionAsync(Question);
        await stage.Asker.SeesAsync("Asked Kofi Mensah");
        var ana = await ExpertAsync(stage, "Ana Reis");
        Later(stage);
        await stage.Asker.SeesAsync("Q1: no answer yet. I asked the next.");
        await ana.SeesAsync(Question, "answer");
        Later(stage);
        await stage.Asker.SeesAsync("I asked in the home places");
        await stage.TeamsCoordinator.SeesAsync("Sara Batbayar asks", "answer");
        Later(stage);
        await stage.Asker.SeesAsync("I told the coordinators");
        await stage.SlackCoordinator.SeesAsync("there is nobody left to ask");
        await stage.Asker.SeesAsync("No answer yet from Kofi Mensah and Ana Reis");
    }

    [Fact]
    public async Task a_connection_that_is_lost_asks_nobody_and_its_questions_go_on()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        var inSlack = new SlackChatter(stage.Slack, stage.Slack.AddUser("Ana Reis"), "C0RESULTS");
        await stage.Expert.MentionAsync(Question);
        await stage.Expert.SeesAsync("Nobody here is known");
        await inSlack.TellAsync("expertise outcome indicators");
        await inSlack.SeesAsync("you know about outcome indicators");
        await stage.TeamsCoordinator.MentionAsync("Who audits outcome indicators?");
        await inSlack.SeesAsync("Who audits outcome indicators?", "answer");
        await stage.Expert.TellAsync("away");
        await stage.Expert.SeesAsync("until you say “back”");
        using var sender = new SlackSender(stage.Slack.Bot!);
        (await sender.EventAsync(SlackEnvelopes.Event(new() { ["type"] = "app_uninstalled" }))).EnsureSuccessStatusCode();
        await stage.TeamsCoordinator.SeesAsync("I was removed from slack/main: uninstalled");
        await stage.TeamsCoordinator.SeesAsync("No answer yet from Kofi Mensah and Ana Reis");
    }

    [Fact]
    public async Task whoever_asked_in_a_channel_that_is_gone_is_answered_in_the_direct_chat()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await stage.Asker.MentionAsync(Question);
        var request = await stage.Expert.SeesAsync(Question, "answer");
        using var sender = new SlackSender(stage.Slack.Bot!);
        (await sender.EventAsync(SlackEnvelopes.Event(new()
        {
            ["type"] = "channel_archive", ["channel"] = "C0RESULTS", ["user"] = "U00000002", ["event_ts"] = "1700000000.000900",
        }))).EnsureSuccessStatusCode();
        await stage.TeamsCoordinator.SeesAsync("or it was archived");
        await stage.Asker.SeesAsync("your question goes on here");
        await stage.Expert.FillAsync(request, "answer", "Start from one decision.");
        await stage.Asker.SeesAsync("Start from one decision.", "helped");
        await stage.Bot.SettleAsync();
        var answer = await stage.Asker.SeesAsync("Start from one decision.", "helped");
        answer.Place.ShouldStartWith("D");
        await stage.Asker.PressAsync(answer, "helped");
        await stage.Expert.SeesAsync("helped. Thank you");
    }

    [Fact]
    public async Task digits_of_any_script_are_answered()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        foreach (var words in new[] { "cap ٣", "keep Q٧.١", "withdraw Q٧.٢", "quiet ١٨-٨", "away for ३ days" })
        {
            await stage.Expert.TellAsync(words);
        }

        await stage.Bot.SettleAsync();
        await using var db = await stage.Bot.OpenAsync();
        db.Inbox.Count(row => row.State == CopBot.Pipeline.RowState.Dead).ShouldBe(0);
    }

    [Fact]
    public async Task whoever_is_erased_is_not_asked_again()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await stage.Asker.MentionAsync(Question);
        await stage.Expert.SeesAsync(Question, "answer");
        await stage.Expert.TellAsync("delete me for good");
        await stage.Expert.SeesAsync("Everything about you is deleted");
        await stage.Bot.SettleAsync();
        await using var db = await stage.Bot.OpenAsync();
        db.Assignments.Count().ShouldBe(0);
        db.Threads.Count(t => t.Connection == "teams/main" && t.AccountId == "29:00000001").ShouldBe(0);
    }

    private static void Later(Stage stage) => stage.Bot.SetClock(stage.Bot.Now.AddDays(7));

    private static async Task<TeamsChatter> ExpertAsync(AcrossStage stage, string name)
    {
        var expert = new TeamsChatter(stage.Teams, stage.Teams.AddUser(name));
        await expert.TellAsync("expertise outcome indicators");
        await expert.SeesAsync("you know about outcome indicators");
        return expert;
    }

    private static Dictionary<string, string> Named(string name) => new(StringComparer.Ordinal) { ["name"] = name };
}
