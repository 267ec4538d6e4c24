using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Host.Drawing;
using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Fakes.Teams;
using CopBot.Testing.Stories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CopBot.Host.Tests;

/// <summary>What coordinators can do with a draft, and what becomes of it by itself.</summary>
public sealed class DigestDrafts
{
    [Fact]
    public async Task a_coordinator_leaves_items_out_and_says_something_first()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await AskTwoAsync(stage);

        await stage.SlackCoordinator.TellAsync("digest");
        var draft = await stage.SlackCoordinator.SeesAsync("This is the digest as a draft", "edit-digest");
        draft.Words.ShouldContain("Who audits payroll?");
        await stage.SlackCoordinator.FillAsync(draft, "edit-digest", new Dictionary<string, string>
        {
            ["without"] = "Q1,chart", ["words"] = "Mind the closing date.",
        });
        await stage.SlackCoordinator.SeesAsync("The draft is changed");
        var changed = await stage.SlackCoordinator.SeesAsync("Mind the closing date.", "post-digest");
        changed.Id.ShouldBe(draft.Id, "the draft changes where it stands");
        changed.Words.ShouldNotContain("Who audits payroll?");
        changed.Words.ShouldContain("Who signs for travel?");

        await stage.SlackCoordinator.TellAsync("edit digest without q2");
        await stage.SlackCoordinator.PressAsync(
            await stage.SlackCoordinator.SeesAsync("Mind the closing date.", "post-digest"), "post-digest");
        var posted = await stage.TeamsCoordinator.SeesAsync("Mind the closing date.", "follow-digest");
        posted.Words.ShouldNotContain("Who audits payroll?");
        posted.Words.ShouldNotContain("Who signs for travel?");
        posted.Words.ShouldNotContain("Questions and answers.", Case.Sensitive, "the chart was left out");

        await stage.SlackCoordinator.TellAsync("edit digest: Too late");
        await stage.SlackCoordinator.SeesAsync("was decided on before");
    }

    [Fact]
    public async Task in_teams_a_draft_is_edited_by_a_dialog()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await AskTwoAsync(stage);

        await stage.TeamsCoordinator.TellAsync("digest");
        var draft = await stage.TeamsCoordinator.SeesAsync("This is the digest as a draft", "edit-digest");
        await stage.TeamsCoordinator.FillAsync(
            draft, "edit-digest", new Dictionary<string, string> { ["without"] = "Q2", ["words"] = "Bonjour" });
        var changed = await stage.TeamsCoordinator.SeesAsync("Bonjour", "post-digest");
        changed.Words.ShouldContain("Who audits payroll?");
        changed.Words.ShouldNotContain("Who signs for travel?");
    }

    [Fact]
    public async Task a_draft_that_nobody_decides_on_goes_out_by_itself_once_if_the_community_wants_it()
    {
        await using var stage = await AcrossStage.OpenAsync(new Dictionary<string, string>
        {
            ["Communities:main:DigestPostsAfter"] = "4",
        });
        await stage.PrepareAsync();
        await AskTwoAsync(stage);

        // The Monday after: the draft, with the hour at which it goes.
        var monday = stage.Bot.Now.Date.AddDays(((int)DayOfWeek.Monday - (int)stage.Bot.Now.DayOfWeek + 7) % 7);
        if (monday <= stage.Bot.Now.Date) monday = monday.AddDays(7);
        stage.Bot.SetClock(new DateTimeOffset(monday, TimeSpan.Zero).AddHours(9).AddSeconds(1));
        await stage.SlackCoordinator.SeesAsync("it goes out by itself", "drop-digest");
        await stage.Bot.SettleAsync();
        stage.Slack.Read("C0RESULTS").ShouldNotContain(m => Says(m, "Still unanswered"));

        stage.Bot.SetClock(stage.Bot.Now.AddHours(4).AddMinutes(1));
        await stage.Asker.SeesAsync("Still unanswered", "follow-digest");
        await stage.SlackCoordinator.TellAsync("post digest");
        await stage.SlackCoordinator.SeesAsync("was decided on before");
        await stage.Bot.SettleAsync();
        stage.Slack.Read("C0RESULTS").Count(m => Says(m, "Still unanswered")).ShouldBe(1);
    }

    [Fact]
    public async Task a_draft_that_waits_does_not_go_out_once_the_same_week_was_posted()
    {
        await using var stage = await AcrossStage.OpenAsync(new Dictionary<string, string>
        {
            ["Communities:main:DigestPostsAfter"] = "4",
        });
        await stage.PrepareAsync();
        await AskTwoAsync(stage);
        var monday = new DateTimeOffset(2027, 3, 1, 9, 0, 1, TimeSpan.Zero);
        stage.Bot.SetClock(monday);
        await stage.TeamsCoordinator.SeesAsync("it goes out by itself", "drop-digest");
        stage.Bot.SetClock(monday.AddHours(1));
        await stage.SlackCoordinator.TellAsync("digest");
        await stage.Bot.SettleAsync();
        await stage.SlackCoordinator.TellAsync("post digest");
        await stage.SlackCoordinator.SeesAsync("The digest is posted in 2 places");
        await stage.TeamsCoordinator.SeesAsync("This draft is dropped");

        stage.Bot.SetClock(monday.AddHours(5));
        await stage.Bot.SettleAsync();
        stage.Slack.Read("C0RESULTS").Count(m => Says(m, "Still unanswered")).ShouldBe(1);
    }

    [Fact]
    public async Task the_week_is_shown_as_a_picture_and_in_words_for_whoever_does_not_see_it()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await AskTwoAsync(stage);
        stage.Slack.Files.Refusals = 1; // as if it were still being checked when it is shown first
        await PostAsync(stage);

        await stage.Asker.SeesAsync("Questions and answers. Questions: ", "follow-digest");
        await stage.TeamsCoordinator.SeesAsync("Questions and answers. Questions: ", "follow-digest");
        stage.Slack.Files.Complete.Count.ShouldBe(1, "one picture for the draft and for the channel");
        if (Environment.GetEnvironmentVariable("COPBOT_PICTURES") is { } pictures)
        {
            await File.WriteAllBytesAsync(Path.Combine(pictures, "week.png"), stage.Slack.Files.Complete[0]);
        }

        stage.Slack.Files.Complete[0].Take(4).ShouldBe([0x89, (byte)'P', (byte)'N', (byte)'G']);
        var card = stage.Teams.Read(FakeTeams.Channel).Select(activity => activity.Body.ToJsonString())
            .Last(json => json.Contains("Still unanswered"));
        card.ShouldContain("data:image/png;base64,");
        card.Length.ShouldBeLessThan(60_000);
    }

    [Fact]
    public async Task without_the_right_to_upload_the_picture_is_put_in_words()
    {
        await using var stage = await AcrossStage.OpenAsync();
        stage.Slack.Scopes.Remove("files:write");
        await stage.PrepareAsync();
        await AskTwoAsync(stage);
        await PostAsync(stage);
        await stage.Asker.SeesAsync("Questions and answers. Questions: ", "follow-digest");
        stage.Slack.Files.Complete.ShouldBeEmpty();
    }

    [Fact]
    public async Task what_can_not_be_drawn_is_put_in_words_everywhere_and_holds_nothing_up()
    {
        await using var stage = await AcrossStage.OpenAsync(
            adjust: builder => builder.Services.AddSingleton<IDrawing>(new NoPencil()));
        await stage.PrepareAsync();
        await AskTwoAsync(stage);
        await PostAsync(stage);
        await stage.Asker.SeesAsync("Questions and answers. Questions: ", "follow-digest");
        await stage.TeamsCoordinator.SeesAsync("Questions and answers. Questions: ", "follow-digest");
        stage.Slack.Files.Complete.ShouldBeEmpty();
        stage.Teams.Read(FakeTeams.Channel).ShouldNotContain(activity =>
            activity.Body.ToJsonString().Contains("data:image/png"));
    }

    [Fact]
    public void a_drawing_that_fails_is_no_picture_and_no_error()
    {
        var broken = new BarChart("Questions and answers", Labels: null!, []);
        new ChartPictures(NullLogger<ChartPictures>.Instance).Draw(broken).ShouldBeNull();
    }

    private sealed class NoPencil : IDrawing
    {
        public byte[]? Draw(BarChart chart) => null;
    }

    private static async Task AskTwoAsync(AcrossStage stage)
    {
        await stage.Asker.MentionAsync("Who audits payroll?");
        await stage.Asker.SeesAsync("Q1 · Nobody here is known");
        await stage.Asker.MentionAsync("Who signs for travel?");
        await stage.Asker.SeesAsync("Q2 · Nobody here is known");
    }

    private static async Task PostAsync(AcrossStage stage)
    {
        await stage.SlackCoordinator.TellAsync("digest");
        await stage.SlackCoordinator.PressAsync(
            await stage.SlackCoordinator.SeesAsync("This is the digest as a draft", "post-digest"), "post-digest");
    }

    private static bool Says(FakeSlackMessage message, string words) =>
        message.Blocks is not null && SlackWords.Of(message.Blocks).Contains(words, StringComparison.Ordinal);
}
