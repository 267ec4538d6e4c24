using CopBot.Chat;
using CopBot.Slack;
using CopBot.Testing.Fakes;
using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Hosting;
using CopBot.Testing.Stories;
using Microsoft.Extensions.DependencyInjection;

namespace CopBot.Testing.Platforms;

/// <summary>Slack by itself, at the fake workspace.</summary>
public sealed class SlackBench : RemoteBench
{
    private const string Results = "C0RESULTS";
    private readonly FakeSlack _slack;

    private SlackBench(BotHost bot, RecordingIntake heard, FakeSlack slack)
        : base(bot, heard)
    {
        _slack = slack;
        Platform = bot.Services.GetServices<IChatPlatform>().OfType<SlackPlatform>().Single();
        var sara = slack.AddUser("Sara Batbayar");
        Person = new SlackChatter(slack, sara, Results);
        PersonAccount = new("slack/main", sara.Id);
        Bystander = new SlackChatter(slack, slack.AddUser("Tomás Rivera"), Results);
    }

    public override IChatPlatform Platform { get; }

    public override PlaceRef Channel { get; } = new("slack/main", Results);

    public override Chatter Person { get; }

    public override AccountRef PersonAccount { get; }

    public override Chatter Bystander { get; }

    public static async Task<SlackBench> OpenAsync(TimeProvider? clock = null)
    {
        var (heard, slack) = (new RecordingIntake(), await FakeSlack.StartAsync(clock: clock));
        var bot = await BotHost.StartAsync(
            slack.Settings(),
            adjust: builder => builder.Services.AddSingleton<IIntake>(heard).AddSingleton(new SecurityClock(clock ?? TimeProvider.System)));
        slack.Bot = new Uri(bot.Address, "slack/main");
        return new(bot, heard, slack);
    }

    public override void Fail(TroubleKind kind) => _slack.Troubles.Next("chat.postMessage", kind);

    public override void FailOpening(TroubleKind kind) => _slack.Troubles.Next("conversations.open", kind);

    public override void FailLookUp(TroubleKind kind) => _slack.Troubles.Next("users.info", kind);

    public override async Task HangUpAsync() => await _slack.DisposeAsync();

    public override async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await _slack.DisposeAsync();
    }
}
