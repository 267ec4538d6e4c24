using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Stories;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Host.Tests;

/// <summary>Asking in private and anonymously, following, withdrawing, and knowing how it stands.</summary>
public sealed class Asking
{
    private const string Question = "How do we choose outcome indicators?";

    [Theory]
    [InlineData("digest by mail nobody", "digest by mail – it comes to your address")]
    [InlineData("leave study", "leave study <name>")]
    [InlineData("keep", "keep Q7")]
    public async Task what_is_mistyped_is_shown_how_to_say_it_and_nobody_is_asked(string said, string how)
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await stage.Asker.TellAsync(said);
        var told = await stage.Asker.SeesAsync("asked nobody");
        told.Words.ShouldContain(how);
        told.Words.ShouldContain($"ask {said}");
        await stage.Bot.SettleAsync();
        await using var db = await stage.Bot.OpenAsync();
        db.Questions.ToList().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Give role descriptions a second life: how?")]
    [InlineData("annotate the budget law")]
    [InlineData("keep everybody informed on time")]
    public async Task what_only_begins_like_a_verb_is_a_question_if_it_asks_or_who_says_it_may_not_say_the_verb(string said)
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await stage.Asker.TellAsync(said);
        await stage.Asker.SeesAsync("Q1");
    }

    [Fact]
    public async Task nobody_learns_who_asks_anonymously()
    {
        await using var stage = await AcrossStage.OpenAsync(asker: "Persimmon Batbayar");
        await stage.PrepareAsync();
        await stage.Asker.TellAsync("profile organisation Narwhal Ministry");
        await stage.Asker.SeesAsync("Narwhal Ministry", "profile");
        var writtenBefore = stage.Teams.Written.Count;
        await stage.Asker.TellAsync($"ask anonymously: {Question}");
        await stage.Asker.SeesAsync("Asked Kofi Mensah");
        var request = await stage.Expert.SeesAsync(Question, "answer");
        request.Words.ShouldContain("Somebody (anonymous)");
        await stage.Expert.FillAsync(request, "answer", "Start from one decision.");
        var answer = await stage.Asker.SeesAsync("Start from one decision.", "helped");
        await stage.Asker.ReplyAsync(answer, "And then?", mention: false);
        await stage.Expert.SeesAsync("Somebody (anonymous) asks further");
        await stage.Asker.PressAsync(answer, "helped");
        await stage.Expert.SeesAsync("Somebody (anonymous) says that your answer");
        await stage.Bot.SettleAsync();
        stage.Teams.Written.Count.ShouldBeGreaterThan(writtenBefore);
        foreach (var written in stage.Teams.Written.Select(body => body.ToJsonString()))
        {
            written.ShouldNotContain("Persimmon");
            written.ShouldNotContain("Narwhal");
        }

        await stage.Bot.VerifyLogAsync();
        (await stage.Bot.NamesInLogAsync("question.asked", "Persimmon Batbayar")).ShouldBe(0);
    }

    [Fact]
    public async Task a_mention_in_a_channel_is_never_anonymous_or_private()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        foreach (var how in new[] { "anonymously", "privately" })
        {
            await stage.Asker.MentionAsync($"ask {how} {Question}");
            await stage.Asker.SeesAsync("everybody sees that you ask");
        }

        await stage.Bot.SettleAsync();
        (await stage.Expert.CountsAsync(Question)).ShouldBe(0);
    }

    [Fact]
    public async Task words_that_nearly_ask_for_secrecy_are_no_question_by_name()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        foreach (var words in new[] { "ask anonymously", "ask: anonymously how?", "ask anonymous please" })
        {
            await stage.Asker.TellAsync(words);
            await stage.Asker.SeesAsync("I did nothing.");
        }

        await stage.Asker.TellAsync($"ask  \u00a0anonymously   {Question}");
        (await stage.Expert.SeesAsync(Question, "answer")).Words.ShouldContain("Somebody (anonymous)");
    }

    [Fact]
    public async Task who_guesses_who_asked_learns_nothing()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await stage.Asker.TellAsync($"ask anonymously {Question}");
        var request = await stage.Expert.SeesAsync(Question, "suggest");
        await stage.Expert.FillAsync(request, "suggest", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = stage.Asker.Name,
        });
        await stage.Expert.SeesAsync($"{stage.Asker.Name} is asked now");
        await stage.Bot.SettleAsync();
        (await stage.Asker.CountsAsync("a question for you")).ShouldBe(0);
        await stage.Expert.TellAsync("pass Q1");
        await stage.Expert.SeesAsync("does not wait for you");
    }

    [Fact]
    public async Task a_private_question_reaches_a_channel_only_if_its_asker_agrees()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await stage.Asker.TellAsync($"ask privately {Question}");
        await stage.Asker.SeesAsync("Asked Kofi Mensah");
        stage.Bot.SetClock(stage.Bot.Now.AddDays(7));
        var may = await stage.Asker.SeesAsync("May I show it in the channels", "show-in-channels");
        (await stage.TeamsCoordinator.CountsAsync(Question)).ShouldBe(0);
        await stage.Asker.PressAsync(may, "keep-private");
        await stage.Asker.SeesAsync("It stays private");
        (await stage.TeamsCoordinator.CountsAsync(Question)).ShouldBe(0);
        await stage.Asker.PressAsync(may, "show-in-channels");
        await stage.TeamsCoordinator.SeesAsync($"{stage.Asker.Name} asks", "answer");
    }

    [Fact]
    public async Task the_same_question_is_followed_instead_of_asked_again()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await stage.Asker.MentionAsync(Question);
        var request = await stage.Expert.SeesAsync(Question, "answer");
        await stage.TeamsCoordinator.TellAsync("How do we choose our outcome indicators");
        var offer = await stage.TeamsCoordinator.SeesAsync("Q1 asks the same", "follow-instead");
        await stage.TeamsCoordinator.PressAsync(offer, "follow-instead");
        await stage.TeamsCoordinator.SeesAsync("Q1: you follow this question");
        await stage.Expert.FillAsync(request, "answer", "Start from one decision.");
        await stage.TeamsCoordinator.SeesAsync("Start from one decision.");
        await stage.TeamsCoordinator.SeesAsync("Q2 · You withdrew this question");

        // Once it is answered, the same question is a question again.
        await stage.TeamsCoordinator.TellAsync("ask How do we choose our outcome indicators");
        await stage.TeamsCoordinator.SeesAsync("Q3 · Asked Kofi Mensah");
    }

    [Fact]
    public async Task the_same_question_is_found_though_it_was_asked_before_sketches_were_kept()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await stage.Asker.MentionAsync(Question);
        await stage.Asker.SeesAsync("Q1 · Asked Kofi Mensah");
        await stage.Bot.Store.WriteAsync(
            (db, cancel) => db.Questions.ExecuteUpdateAsync(old => old.SetProperty(q => q.Sketch, (long?)null), cancel),
            CancellationToken.None);
        await stage.TeamsCoordinator.TellAsync("How do we choose our outcome indicators");
        await stage.TeamsCoordinator.SeesAsync("Q1 asks the same", "follow-instead");
    }

    [Fact]
    public void an_edited_question_is_sketched_anew()
    {
        static Domain.Question Asking(string text) => new()
        {
            CommunityId = Guid.Empty, Number = 1, Text = text, AskedAt = default,
        };

        var (question, other) = (Asking(Question), "Who pays for the hall next week?");
        var before = question.Sketch;
        question.Text = other;
        question.Sketch.ShouldBe(Asking(other).Sketch);
        question.Sketch.ShouldNotBe(before);
    }

    [Fact]
    public async Task the_same_question_goes_its_own_way_at_once_or_by_itself()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await stage.Asker.MentionAsync(Question);
        await stage.Asker.SeesAsync("Q1 · Asked Kofi Mensah");
        await stage.TeamsCoordinator.TellAsync("ask How do we choose our outcome indicators");
        var offer = await stage.TeamsCoordinator.SeesAsync("Q1 asks the same", "ask-anyway");
        await stage.TeamsCoordinator.PressAsync(offer, "ask-anyway");
        await stage.TeamsCoordinator.SeesAsync("Q2 · Asked Kofi Mensah");
        await stage.SlackCoordinator.TellAsync("How do they choose outcome indicators?");
        await stage.SlackCoordinator.SeesAsync("Otherwise I ask yours in ten minutes");
        stage.Bot.SetClock(stage.Bot.Now.AddMinutes(11));
        await stage.SlackCoordinator.SeesAsync("Q3 · Asked Kofi Mensah");
    }

    [Fact]
    public async Task a_withdrawn_question_waits_for_nobody()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await stage.Asker.MentionAsync(Question);
        await stage.Expert.SeesAsync(Question, "answer");
        var status = await stage.Asker.SeesAsync("Asked Kofi Mensah", "withdraw");
        await stage.SlackCoordinator.PressAsync(status, "withdraw");
        await stage.SlackCoordinator.SeesAsync("Only who asked can withdraw");
        await stage.Asker.PressAsync(status, "withdraw");
        await stage.Asker.SeesAsync("You withdrew this question");
        var card = await stage.Expert.SeesAsync("It was withdrawn");
        card.Actions.ShouldBeEmpty();
        await stage.Expert.TellAsync("status");
        await stage.Expert.SeesAsync("none wait for you");
    }

    [Fact]
    public async Task an_answer_is_taken_back_and_the_question_goes_on()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await stage.Asker.MentionAsync(Question);
        await stage.Expert.FillAsync(await stage.Expert.SeesAsync(Question, "answer"), "answer", "A hasty answer.");
        await stage.Asker.SeesAsync("A hasty answer.");
        await stage.Expert.TellAsync("withdraw Q1.1");
        await stage.Expert.SeesAsync("is taken back");
        await stage.Asker.SeesAsync("(removed by its author)");
        (await stage.Asker.CountsAsync("A hasty answer.")).ShouldBe(0);
        await stage.SlackCoordinator.SeesAsync("I asked in the home places");
    }

    [Fact]
    public async Task status_tells_how_it_stands()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await stage.Asker.MentionAsync(Question);
        await stage.Expert.SeesAsync(Question, "answer");
        await stage.Asker.TellAsync("status");
        var own = await stage.Asker.SeesAsync("Your questions");
        own.Words.ShouldContain("Asked Kofi Mensah");
        own.Words.ShouldContain("If nobody answers, I go on");
        await stage.Expert.TellAsync("état");
        (await stage.Expert.SeesAsync("Waiting for you")).Words.ShouldContain(Question);
    }

    [Fact]
    public async Task a_command_leaves_no_message_and_may_ask_anonymously()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        var asker = (SlackChatter)stage.Asker;
        using var sender = new SlackSender(stage.Slack.Bot!);
        (await sender.CommandAsync(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["command"] = "/cop", ["text"] = $"ask anonymously {Question}", ["user_id"] = asker.UserId,
            ["team_id"] = FakeSlack.Team, ["channel_id"] = "C0RESULTS", ["channel_name"] = "results", ["trigger_id"] = "t1",
        })).EnsureSuccessStatusCode();
        (await stage.Expert.SeesAsync(Question, "answer")).Words.ShouldContain("Somebody (anonymous)");
        await asker.SeesAsync("Asked Kofi Mensah");
    }
}
