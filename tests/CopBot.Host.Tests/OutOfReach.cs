using CopBot.Pipeline;
using CopBot.Testing.Fakes;
using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Fakes.Teams;
using CopBot.Testing.Stories;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Host.Tests;

/// <summary>A platform says that somebody, or some place, can't be written to any more: whoever must know does.</summary>
public sealed class OutOfReach
{
    [Fact]
    public async Task an_expert_who_blocked_the_bot_is_not_waited_for_and_the_coordinators_hear_of_it()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        var other = new SlackChatter(stage.Slack, stage.Slack.AddUser("Bea Lindqvist"), "C0RESULTS");
        await other.TellAsync("expertise outcome indicators");
        await other.SeesAsync("you know about outcome indicators");
        var blocked = FakeTeams.DirectOf(((TeamsChatter)stage.Expert).UserId);
        stage.Teams.Troubles.Choose = (_, chat) => chat == blocked ? TroubleKind.Forbidden : null;

        await stage.Asker.MentionAsync("What are outcome indicators?");
        await stage.SlackCoordinator.SeesAsync("I can’t write to Kofi Mensah any more (teams/main)");
        await other.FillAsync(await other.SeesAsync("What are outcome", "answer"), "answer", "Measures of change.");
        await stage.Asker.SeesAsync("Measures of change.", "helped");

        stage.Teams.Troubles.Choose = null;
        await stage.Expert.TellAsync("help");
        await stage.Bot.SettleAsync();
        await using var db = await stage.Bot.Store.OpenAsync(CancellationToken.None);
        (await db.Identities.CountAsync(identity => identity.UnreachableSince != null)).ShouldBe(0, "Kofi wrote again.");
    }

    [Fact]
    public async Task a_message_that_one_account_does_not_take_goes_to_the_persons_other_account()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        var user = stage.Slack.AddUser("Kofi in Slack");
        var account = user.Id;
        await using (var db = await stage.Bot.Store.OpenAsync(CancellationToken.None))
        {
            var known = ((TeamsChatter)stage.Expert).UserId;
            var kofi = (await db.Identities.SingleAsync(identity => identity.AccountId == known)).MemberId;
            await stage.Bot.Store.WriteAsync(
                async (write, cancel) =>
                {
                    write.Identities.Add(new() { Id = Guid.NewGuid(), MemberId = kofi, Connection = "slack/main", AccountId = account });
                    return await write.SaveChangesAsync(cancel);
                },
                CancellationToken.None);
        }

        var blocked = FakeTeams.DirectOf(((TeamsChatter)stage.Expert).UserId);
        stage.Teams.Troubles.Choose = (_, chat) => chat == blocked ? TroubleKind.NotFound : null;
        await stage.Asker.MentionAsync("What are outcome indicators?");
        await stage.Bot.SettleAsync();
        stage.Slack.All().ShouldContain(message => message.Channel.StartsWith('D') && $"{message.Blocks}{message.Text}".Contains("What are outcome"));
        var direct = FakeSlack.DirectOf(account);
        var card = stage.Slack.Read(direct).Last(message => $"{message.Blocks}{message.Text}".Contains("What are outcome"));
        var kofiInSlack = new SlackChatter(stage.Slack, user, "C0RESULTS");
        await kofiInSlack.SayAsync(direct, card.ThreadTs ?? card.Ts, "Measures of change.");
        await stage.Asker.SeesAsync("Measures of change.", "helped");
        await stage.Bot.SettleAsync();
        (await stage.Bot.QuestionsAsync()).ShouldBe(1, "The reply was an answer, no question of its own.");
        await using var after = await stage.Bot.Store.OpenAsync(CancellationToken.None);
        (await after.Outbox.CountAsync(row => row.State == RowState.Dead)).ShouldBe(0, "It was delivered after all.");
    }

    [Fact]
    public async Task a_channel_that_refuses_the_bot_is_left_and_the_asker_gets_the_answer_in_the_direct_chat()
    {
        await using var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await stage.Asker.MentionAsync("What are outcome indicators?");
        var card = await stage.Expert.SeesAsync("What are outcome", "answer");
        stage.Slack.Troubles.Choose = (operation, chat) =>
            operation == "chat.postMessage" && chat == "C0RESULTS" ? TroubleKind.NotFound : null;
        await stage.Expert.FillAsync(card, "answer", "Measures of change.");
        await stage.SlackCoordinator.SeesAsync("I was removed from");
        await stage.Bot.SettleAsync();
        var direct = FakeSlack.DirectOf(((SlackChatter)stage.Asker).UserId);
        stage.Slack.Read(direct).ShouldContain(message => $"{message.Blocks}{message.Text}".Contains("outcome indicators"));
    }
}
