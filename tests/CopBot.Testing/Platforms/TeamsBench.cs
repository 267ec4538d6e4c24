using CopBot.Chat;
using CopBot.Teams;
using CopBot.Testing.Fakes;
using CopBot.Testing.Fakes.Teams;
using CopBot.Testing.Hosting;
using CopBot.Testing.Stories;
using Microsoft.Extensions.DependencyInjection;

namespace CopBot.Testing.Platforms;

/// <summary>Teams by itself, at the fake tenant.</summary>
public sealed class TeamsBench : RemoteBench
{
    private readonly FakeTeams _teams;

    private TeamsBench(BotHost bot, RecordingIntake heard, FakeTeams teams)
        : base(bot, heard)
    {
        _teams = teams;
        Platform = bot.Services.GetServices<IChatPlatform>().OfType<TeamsPlatform>().Single();
        var sara = teams.AddUser("Sara Batbayar");
        Person = new TeamsChatter(teams, sara);
        PersonAccount = new("teams/main", sara.Id);
        Bystander = new TeamsChatter(teams, teams.AddUser("Tomás Rivera"));
    }

    public override IChatPlatform Platform { get; }

    public override PlaceRef Channel { get; } = new("teams/main", FakeTeams.Channel);

    public override Chatter Person { get; }

    public override AccountRef PersonAccount { get; }

    public override Chatter Bystander { get; }

    public static async Task<TeamsBench> OpenAsync(TimeProvider? clock = null)
    {
        var (heard, teams) = (new RecordingIntake(), await FakeTeams.StartAsync());
        var bot = await BotHost.StartAsync(
            teams.Settings(),
            adjust: builder => builder.Services.AddSingleton<IIntake>(heard).AddSingleton(new SecurityClock(clock ?? TimeProvider.System)));
        teams.Bot = new Uri(bot.Address, "api/messages/main");
        var bench = new TeamsBench(bot, heard, teams);

        // Until somebody wrote, the address of the tenant's service is not known.
        await bench.Bystander.MentionAsync("Good morning");
        heard.Clear();
        return bench;
    }

    public override void Fail(TroubleKind kind) => _teams.Troubles.Next("post", kind);

    public override void FailOpening(TroubleKind kind) => _teams.Troubles.Next("create", kind);

    public override void FailLookUp(TroubleKind kind) => _teams.Troubles.Next("member", kind);

    public override async Task HangUpAsync() => await _teams.DisposeAsync();

    public override async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await _teams.DisposeAsync();
    }
}
