using System.Text.Json.Nodes;
using CopBot.Testing.Fakes.Teams;
using CopBot.Testing.Stories;
using CopBot.Testing.Validation;

namespace CopBot.Host.Tests;

/// <summary>The person's own page, shortcuts, search while writing, roles, and what a place speaks.</summary>
public sealed class Surfaces
{
    private const string Question = "How do we choose outcome indicators?";
    private const string Answer = "Start from one decision that the minister will take.";

    [Fact]
    public async Task home_shows_ones_questions_what_waits_and_the_settings_and_follows_what_is_pressed()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        var (home, other) = (stage.SlackCoordinator, (SlackChatter)stage.Asker);
        (await home.OpenHomeAsync("You have asked nothing yet")).ShouldContain("Nothing waits for you");
        await home.FillAtHomeAsync("ask", Ask(Question, "privately"));
        await home.HomeShowsAsync($"Q1: {Question}");
        await home.SeesAsync("Q1 · Asked Kofi Mensah");

        await home.TellAsync("expertise payroll audits");
        await home.SeesAsync("you know about payroll audits");
        await other.MentionAsync("Who audits the payroll, and how often are audits due?");
        await home.SeesAsync("Q2: a question for you", "answer");
        await home.OpenHomeAsync("Q2: Who audits the payroll");
        await home.PressAtHomeAsync("pass");
        await home.HomeShowsAsync("Nothing waits for you");
        await home.PressAtHomeAsync("language");
        await home.HomeShowsAsync("Vos questions");
        await home.FillAtHomeAsync("care", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["quiet"] = "18:00-08:00", ["cap"] = "2", ["away"] = "",
        });
        await home.HomeShowsAsync("18:00 – 08:00");
        await home.PressAtHomeAsync("away");
        await home.HomeShowsAsync("jusqu’à votre retour");

        var schema = await Schemas.SlackHomeAsync();
        foreach (var view in stage.Slack.Written.Where(w => w["type"]?.GetValue<string>() == "home"))
        {
            schema.Validate(view.ToJsonString()).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task looking_at_home_makes_nobody_a_member_and_who_leaves_or_is_erased_sees_nothing_of_theirs()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        var stranger = new SlackChatter(stage.Slack, stage.Slack.AddUser("Only Looking"), "C0RESULTS");
        await stranger.OpenHomeAsync("Write to me, or join");
        (await stage.Bot.MembersNamedAsync("Only Looking")).ShouldBe(0);
        await stranger.PressAtHomeAsync("join");
        await stranger.HomeShowsAsync("You have asked nothing yet");
        await stranger.FillAtHomeAsync("ask", Ask(Question, "everybody"));
        await stranger.HomeShowsAsync($"Q1: {Question}");
        await stranger.TellAsync("leave");
        (await stranger.HomeShowsAsync("Write to me, or join")).ShouldNotContain(Question);
        await stranger.OpenHomeAsync("Write to me, or join");
        await stranger.TellAsync("join");
        await stage.Bot.SettleAsync();
        await stranger.OpenHomeAsync($"Q1: {Question}");
        await stranger.TellAsync("delete me for good");
        (await stranger.HomeShowsAsync("Write to me, or join")).ShouldNotContain(Question);
    }

    [Fact]
    public async Task a_shortcut_can_be_called_where_the_bot_is_silent()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        var elsewhere = await stage.SlackCoordinator.SayAsync("C0LOUNGE", null, "Which outcome indicators fit roads?");
        await stage.SlackCoordinator.FillOnMessageAsync("ask-message", elsewhere, Ask("Which outcome indicators fit roads?", "privately"));
        await stage.SlackCoordinator.SeesAsync("Q1 · Asked Kofi Mensah");
        var stranger = new SlackChatter(stage.Slack, stage.Slack.AddUser("Nobody Known"), "C0RESULTS");
        (await Record.ExceptionAsync(() => stranger.FillOnMessageAsync("ask-message", elsewhere, Ask("?", "privately")))).ShouldNotBeNull();
        stage.Slack.Views.Values.Select(view => view.ToJsonString()).ShouldContain(view => view.Contains("Write to me once first"));
    }

    [Fact]
    public async Task what_the_care_form_cant_read_is_said_before_it_closes()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await stage.SlackCoordinator.OpenHomeAsync("Settings");
        var refused = await Should.ThrowAsync<FormRefusedException>(() => stage.SlackCoordinator.FillAtHomeAsync(
            "care", new Dictionary<string, string>(StringComparer.Ordinal) { ["quiet"] = "evenings", ["cap"] = "many" }));
        refused.Faults.Keys.ShouldBe(["quiet", "cap"], ignoreOrder: true);
        refused.Faults["quiet"].ShouldContain("18:00-08:00");
    }

    [Fact]
    public async Task a_question_is_asked_from_anywhere_and_nobody_learns_who_asks()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await stage.SlackCoordinator.FillFromAnywhereAsync("ask", Ask(Question, "anonymously"));
        (await stage.Expert.SeesAsync(Question, "answer")).Words.ShouldNotContain("Ingrid");
        await stage.Expert.FillAsync(await stage.Expert.SeesAsync(Question, "answer"), "answer", Answer);
        await stage.SlackCoordinator.SeesAsync(Answer, "helped");

        await stage.TeamsCoordinator.ExtendAsync("ask", null, Ask("Which outcome indicators fit schools?", "everybody"));
        await stage.Expert.SeesAsync("Which outcome indicators fit schools?", "answer");
    }

    [Fact]
    public async Task what_the_community_knows_is_found_while_writing_in_teams()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        (await stage.TeamsCoordinator.SearchAsync(""))["text"]!.GetValue<string>().ShouldContain("Nothing is known");
        await stage.Asker.MentionAsync(Question);
        await stage.Expert.FillAsync(await stage.Expert.SeesAsync(Question, "answer"), "answer", Answer);
        await stage.Asker.PressAsync(await stage.Asker.SeesAsync(Answer, "helped"), "helped");
        await stage.Expert.SeesAsync("Would you keep it");
        var found = await stage.TeamsCoordinator.SearchAsync("outcome indicators");
        var attachment = found["attachments"]!.AsArray().Single()!;
        attachment["preview"]!["content"]!["title"]!.GetValue<string>().ShouldContain("Q1 · How do we choose");
        TeamsWords.Of(new JsonObject { ["attachments"] = new JsonArray(attachment.DeepClone()) }).ShouldContain(Answer);
        var stranger = new TeamsChatter(stage.Teams, stage.Teams.AddUser("Nobody Known"));
        (await stranger.SearchAsync("outcome"))["text"]!.GetValue<string>().ShouldContain("Write to me once first");
    }

    [Fact]
    public async Task roles_are_given_and_ended_and_a_coordinator_is_always_left()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await stage.Expert.TellAsync("report");
        await stage.Expert.SeesAsync("Only a coordinator or an evaluator");
        await stage.SlackCoordinator.TellAsync("role Kofi Mensah: evaluator");
        await stage.SlackCoordinator.SeesAsync("Kofi Mensah is evaluator now");
        await stage.Expert.SeesAsync("Ingrid Solheim made you evaluator");
        await stage.Expert.TellAsync("report");
        await stage.Expert.SeesAsync("in numbers");
        await stage.SlackCoordinator.TellAsync("role Layla no coordinator");
        await stage.SlackCoordinator.SeesAsync("Layla Haddad is no longer coordinator");
        await stage.SlackCoordinator.TellAsync("role Ingrid Solheim no coordinator");
        await stage.SlackCoordinator.SeesAsync("is the only coordinator");
        await stage.SlackCoordinator.TellAsync("role");
        (await stage.SlackCoordinator.SeesAsync("Roles")).Words.ShouldContain("evaluator: Kofi Mensah");
        await stage.SlackCoordinator.TellAsync("role Nobody: expert");
        await stage.SlackCoordinator.SeesAsync("I know no member called “Nobody”");
        await stage.Bot.SettleAsync();
        await stage.Bot.VerifyLogAsync();
    }

    [Fact]
    public async Task a_place_speaks_its_own_language_and_says_what_it_hears()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await stage.TeamsCoordinator.MentionAsync("language here fr");
        await stage.TeamsCoordinator.SeesAsync("Ici, je parle désormais français");
        await stage.TeamsCoordinator.MentionAsync("allow all messages");
        await stage.TeamsCoordinator.SeesAsync("count as comments");
        await stage.Asker.MentionAsync("Which ledger codes fit zymurgy?");
        await stage.Asker.SeesAsync("Q1 · Nobody here is known");
        stage.Bot.SetClock(stage.Bot.Now.AddDays(5));
        var mirrored = await stage.TeamsCoordinator.SeesAsync("Q1 : Sara Batbayar demande", "answer");
        mirrored.Words.ShouldContain("les autres réponses suivent comme commentaires");
        await stage.SlackCoordinator.TellAsync("digest");
        await stage.SlackCoordinator.PressAsync(
            await stage.SlackCoordinator.SeesAsync("This is the digest as a draft", "post-digest"), "post-digest");
        await stage.TeamsCoordinator.SeesAsync("Toujours sans réponse", "take");
        await stage.Asker.SeesAsync("Still unanswered", "take");
    }

    private static Dictionary<string, string> Ask(string question, string how) =>
        new(StringComparer.Ordinal) { ["question"] = question, ["how"] = how };
}
