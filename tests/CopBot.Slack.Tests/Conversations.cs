using CopBot.Testing.Fakes;
using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Stories;

namespace CopBot.Slack.Tests;

/// <summary>What people do in Slack, and what the bot makes of it.</summary>
public sealed class Conversations
{
    private const string Channel = "C0RESULTS";

    [Fact]
    public async Task a_mention_that_comes_twice_and_is_sent_again_is_one_question()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await stage.Asker.MentionAsync("What are outcome indicators?");
        await stage.Asker.SeesAsync("Q1 · Asked Kofi Mensah");
        var message = stage.Slack.Read(Channel).First(m => m.Text.Contains("What are", StringComparison.Ordinal));
        using var sender = new SlackSender(stage.Slack.Bot!);
        var again = SlackEnvelopes.Message("message", message.User, Channel, "channel", message.Ts, message.Text, null);
        (await sender.EventAsync(SlackEnvelopes.Event(again))).EnsureSuccessStatusCode();
        await stage.Bot.SettleAsync();
        (await stage.Asker.CountsAsync("Q2")).ShouldBe(0);
        message.Reactions.ShouldBe(["eyes"]);
    }

    [Fact]
    public async Task an_edited_question_is_edited_for_the_expert_and_a_deleted_one_withdrawn()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await stage.Asker.MentionAsync("What are outcome indicators?");
        await stage.Expert.SeesAsync("What are outcome indicators?", "answer");
        var message = stage.Slack.Read(Channel).First(m => m.Text.Contains("What are", StringComparison.Ordinal));
        using var sender = new SlackSender(stage.Slack.Bot!);

        var changed = SlackEnvelopes.Message("message", message.User, Channel, "channel", message.Ts, "How many outcome indicators?", null);
        changed["edited"] = new System.Text.Json.Nodes.JsonObject { ["user"] = message.User, ["ts"] = "1700000900.000000" };
        await sender.EventAsync(SlackEnvelopes.Event(new()
        {
            ["type"] = "message", ["subtype"] = "message_changed", ["channel"] = Channel, ["channel_type"] = "channel",
            ["event_ts"] = "1700000900.000100", ["message"] = changed,
        }));
        await stage.Expert.SeesAsync("How many outcome indicators?", "answer");

        await sender.EventAsync(SlackEnvelopes.Event(new()
        {
            ["type"] = "message", ["subtype"] = "message_deleted", ["channel"] = Channel, ["channel_type"] = "channel",
            ["event_ts"] = "1700000950.000100", ["deleted_ts"] = message.Ts,
            ["previous_message"] = new System.Text.Json.Nodes.JsonObject { ["user"] = message.User, ["ts"] = message.Ts },
        }));
        await stage.Expert.SeesAsync("(removed by its author)");
        (await stage.Expert.CountsAsync("How many")).ShouldBe(0);
    }

    [Fact]
    public async Task in_an_externally_shared_channel_the_bot_stays_silent_until_it_is_allowed()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        stage.Slack.SharedChannels.Add(Channel);
        await stage.Asker.MentionAsync("What are outcome indicators?");
        await stage.Asker.SeesAsync("People from outside read along here");
        (await stage.Expert.CountsAsync("What are")).ShouldBe(0);
        await stage.SlackCoordinator.MentionAsync("allow outsiders");
        await stage.SlackCoordinator.SeesAsync("I speak here from now on");
        await stage.Asker.MentionAsync("What are outcome indicators for?");
        await stage.Expert.SeesAsync("What are outcome indicators for?", "answer");
    }

    [Fact]
    public async Task in_a_place_nobody_bound_the_bot_says_so_and_shows_nothing()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.Asker.MentionAsync("What are outcome indicators?");
        await stage.Asker.SeesAsync("does not belong to a community yet");
    }

    [Fact]
    public async Task who_is_only_overheard_is_no_member()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        var bystander = new SlackChatter(stage.Slack, stage.Slack.AddUser("Bystander Bob"), Channel);
        var root = stage.Slack.Add(Channel, bystander.UserId, "shall we have lunch?");
        await bystander.SayAsync(Channel, root.Ts, "at noon");
        await stage.Bot.SettleAsync();
        (await stage.Bot.MembersNamedAsync("Bystander Bob")).ShouldBe(0);
        await bystander.TellAsync("help");
        await bystander.SeesAsync("Welcome, Bystander Bob");
        (await stage.Bot.MembersNamedAsync("Bystander Bob")).ShouldBe(1);
    }

    [Fact]
    public async Task talk_in_a_thread_is_put_aside_and_who_turns_to_the_bot_amid_it_is_heard()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        var talker = new SlackChatter(stage.Slack, stage.Slack.AddUser("Talkative Tim"), Channel);
        var root = stage.Slack.Add(Channel, talker.UserId, "shall we have lunch?");
        for (var i = 0; i < 150; i++) await talker.SayAsync(Channel, root.Ts, $"or at {i}?");
        await talker.SayAsync(Channel, root.Ts, $"<@{FakeSlack.BotUser}> What are outcome indicators?");
        for (var i = 0; i < 50; i++) await talker.SayAsync(Channel, root.Ts, $"or on day {i}?");
        await stage.Expert.FillAsync(await stage.Expert.SeesAsync("What are outcome", "answer"), "answer", "Measures of change.");
        await talker.SeesAsync("Measures of change.", "helped");
        await stage.Bot.SettleAsync();
        (await stage.Bot.QuestionsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task somebody_else_can_not_say_that_it_helped()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await stage.Asker.MentionAsync("What are outcome indicators?");
        await stage.Expert.FillAsync(await stage.Expert.SeesAsync("What are", "answer"), "answer", "Measures of change.");
        var answer = await stage.Asker.SeesAsync("Measures of change.", "helped");
        await stage.SlackCoordinator.PressAsync(answer, "helped");
        await stage.SlackCoordinator.SeesAsync("Only Sara Batbayar, who asked");
        await stage.Asker.PressAsync(answer, "helped");
        var helped = await stage.Asker.SeesAsync("says that this helped", "unhelped");
        await stage.Asker.PressAsync(helped, "unhelped");
        await stage.Asker.SeesAsync("Measures of change.", "helped");
    }

    [Fact]
    public async Task a_command_is_answered_privately()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        using var sender = new SlackSender(stage.Slack.Bot!);
        var asker = (SlackChatter)stage.Asker;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["command"] = "/cop", ["text"] = "help", ["user_id"] = asker.UserId, ["channel_id"] = Channel,
            ["channel_name"] = "results", ["team_id"] = FakeSlack.Team, ["trigger_id"] = "1.2.3",
        };
        (await sender.CommandAsync(fields)).EnsureSuccessStatusCode();
        await stage.Asker.SeesAsync("What you can say to me");
        stage.Slack.Read(Channel, asker.UserId).Last(m => m.User == FakeSlack.BotUser).OnlyFor.ShouldBe(asker.UserId);
    }

    [Fact]
    public async Task a_throttled_or_doubtful_sending_arrives_once()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        stage.Slack.Troubles.Next("chat.postMessage", TroubleKind.TooMany);
        stage.Slack.Troubles.Next("chat.postMessage", TroubleKind.DoneButBadGateway);
        await stage.Asker.MentionAsync("What are outcome indicators?");
        await stage.Asker.SeesAsync("Q1 · Asked Kofi Mensah");
        await stage.Bot.SettleAsync();
        stage.Slack.Read(Channel).Count(m => SlackWords.Of(m.Blocks).Contains("Q1 · Asked", StringComparison.Ordinal)).ShouldBe(1);
    }
}
