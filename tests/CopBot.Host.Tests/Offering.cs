using CopBot.Chat;
using CopBot.Testing.Stories;
using Microsoft.Extensions.DependencyInjection;

namespace CopBot.Host.Tests;

/// <summary>The bot offers help to who asks everybody: where that is wanted, in private, seldom, and with something to offer.</summary>
public sealed class Offering
{
    private const string Channel = "C0RESULTS";
    private const string Said = "Hello all, does anybody know how to choose outcome indicators?";

    [Fact]
    public async Task who_asks_everybody_hears_in_private_that_somebody_knows_and_may_ask()
    {
        await using var stage = await OpenAsync();
        await stage.SlackAsker.SayAsync(Channel, null, Said);
        var offer = await stage.Asker.SeesAsync("Only you see this", "draft-ask");
        (await stage.SlackCoordinator.CountsAsync("Only you see this")).ShouldBe(0);
        await stage.Asker.PressAsync(offer, "draft-ask");
        await stage.Expert.SeesAsync("does anybody know how to choose outcome indicators", "answer");
        await stage.Asker.SeesAsync("Asked Kofi Mensah");
    }

    [Fact]
    public async Task what_is_known_is_shown_at_once()
    {
        await using var stage = await OpenAsync();
        await stage.Bot.SeedAnswersAsync([("How does one choose outcome indicators", "Begin from a decision.")]);
        await stage.SlackAsker.SayAsync(Channel, null, "Hello all, how does one choose outcome indicators?");
        (await stage.Asker.SeesAsync("Only you see this", "draft-ask")).Words.ShouldContain("Begin from a decision.");
    }

    [Fact]
    public async Task what_its_author_deletes_can_not_be_asked_any_more()
    {
        await using var stage = await OpenAsync();
        var said = await stage.SlackAsker.SayAsync(Channel, null, Said);
        var offer = await stage.Asker.SeesAsync("Only you see this", "draft-ask");
        await stage.Bot.Services.GetRequiredService<IIntake>().AcceptAsync(
            new MessageDeleted
            {
                Connection = "slack/main",
                Key = "delete:1",
                OccurredAt = stage.Bot.Now,
                Place = new(new("slack/main", Channel), PlaceKind.Channel),
                Message = said.Ts,
            },
            CancellationToken.None);
        await stage.Bot.SettleAsync();
        await stage.Asker.PressAsync(offer, "draft-ask");
        await stage.Asker.SeesAsync("That is settled already.");
        (await stage.Bot.QuestionsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task it_is_offered_once_a_week()
    {
        await using var stage = await OpenAsync();
        await stage.SlackAsker.SayAsync(Channel, null, Said);
        await stage.Asker.SeesAsync("Only you see this", "draft-ask");
        await stage.SlackAsker.SayAsync(Channel, null, "And does anybody know which outcome indicators are cheap?");
        await stage.Bot.SettleAsync();
        (await stage.Asker.CountsAsync("Only you see this")).ShouldBe(1);
        stage.Bot.SetClock(stage.Bot.Now.AddDays(8));
        await stage.SlackAsker.SayAsync(Channel, null, "Once more: does anybody know which outcome indicators are cheap?");
        await stage.Bot.SettleAsync();
        (await stage.Asker.CountsAsync("Only you see this")).ShouldBe(2);
    }

    [Fact]
    public async Task who_wants_none_of_that_says_so_once()
    {
        await using var stage = await OpenAsync();
        await stage.SlackAsker.SayAsync(Channel, null, Said);
        var offer = await stage.Asker.SeesAsync("Only you see this", "decline-offers");
        await stage.Asker.PressAsync(offer, "decline-offers");
        await stage.Asker.SeesAsync("I offer nothing unasked any more");
        stage.Bot.SetClock(stage.Bot.Now.AddDays(30));
        await SilentAsync(stage, Said, already: 1);
        await stage.Asker.TellAsync("offers on");
        await stage.Asker.SeesAsync("I tell you when I could help");
        await stage.SlackAsker.SayAsync(Channel, null, Said);
        await stage.Bot.SettleAsync();
        (await stage.Asker.CountsAsync("Only you see this")).ShouldBe(2);
    }

    [Theory]
    [InlineData("Good morning all, how are you today?")]
    [InlineData("The outcome indicators are on the shared drive now.")]
    [InlineData("Does anybody know where the payroll archive is kept?")]
    public async Task where_nothing_is_asked_or_nobody_knows_it_stays_silent(string said)
    {
        await using var stage = await OpenAsync();
        await SilentAsync(stage, said);
    }

    [Fact]
    public async Task nobody_is_offered_anything_where_no_coordinator_turned_it_on()
    {
        await using var stage = await OpenAsync(offers: false);
        await SilentAsync(stage, Said);
        await stage.Asker.MentionAsync("offer help");
        await stage.Asker.SeesAsync("Only a coordinator");
        await SilentAsync(stage, Said);
        await stage.SlackCoordinator.MentionAsync("offer help");
        await stage.SlackCoordinator.SeesAsync("I say so to that member alone");
        await stage.SlackCoordinator.MentionAsync("offer no help");
        await stage.SlackCoordinator.SeesAsync("I help here only those who ask me");
        await KnownAsync();
        await SilentAsync(stage, Said);
    }

    [Fact]
    public async Task who_is_no_member_is_neither_offered_anything_nor_becomes_one()
    {
        await using var stage = await OpenAsync();
        var stranger = new SlackChatter(stage.Slack, stage.Slack.AddUser("Nobody Yet"), Channel);
        await stranger.SayAsync(Channel, null, Said);
        await stage.Bot.SettleAsync();
        (await stranger.CountsAsync("Only you see this")).ShouldBe(0);
        (await stage.Bot.MembersNamedAsync("Nobody Yet")).ShouldBe(0);
    }

    private static async Task SilentAsync(AcrossStage stage, string said, int already = 0)
    {
        await stage.SlackAsker.SayAsync(Channel, null, said);
        await stage.Bot.SettleAsync();
        (await stage.Asker.CountsAsync("Only you see this")).ShouldBe(already);
    }

    private static async Task<AcrossStage> OpenAsync(bool offers = true)
    {
        var stage = await AcrossStage.OpenAsync();
        await stage.PrepareAsync();
        await stage.Asker.TellAsync("help");
        await stage.Asker.SeesAsync("What you can say to me");
        if (!offers) return stage;
        await stage.SlackCoordinator.MentionAsync("offer help");
        await stage.SlackCoordinator.SeesAsync("I say so to that member alone");
        await KnownAsync();
        return stage;
    }

    /// <summary>Every host knows within a second or so.</summary>
    private static Task KnownAsync() => Task.Delay(2500);
}
