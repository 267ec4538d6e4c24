using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Fakes.Teams;
using CopBot.Testing.Hosting;

namespace CopBot.Testing.Stories;

/// <summary>Who asks is in Slack, who knows is in Teams; both fake, both over real HTTP.</summary>
public sealed class AcrossStage : Stage
{
    private const string SlackChannel = "C0RESULTS";
    private readonly SlackChatter _slackCoordinator;
    private readonly TeamsChatter _teamsCoordinator;

    private AcrossStage(BotHost bot, FakeSlack slack, FakeTeams teams, string asker, string expert)
    {
        Bot = bot;
        Slack = slack;
        Teams = teams;
        Asker = new SlackChatter(slack, slack.AddUser(asker), SlackChannel);
        Expert = new TeamsChatter(teams, teams.AddUser(expert));
        _slackCoordinator = new SlackChatter(slack, slack.AddUser("Ingrid Solheim"), SlackChannel);
        _teamsCoordinator = new TeamsChatter(teams, teams.AddUser("Layla Haddad"));
    }

    public override BotHost Bot { get; }

    public FakeSlack Slack { get; }

    public FakeTeams Teams { get; }

    public override Chatter Asker { get; }

    public override Chatter Expert { get; }

    public override Chatter Coordinator => _teamsCoordinator;

    public SlackChatter SlackCoordinator => _slackCoordinator;

    public TeamsChatter TeamsCoordinator => _teamsCoordinator;

    public static async Task<AcrossStage> OpenAsync(
        IReadOnlyDictionary<string, string>? more = null,
        string asker = "Sara Batbayar",
        string expert = "Kofi Mensah")
    {
        var slack = await FakeSlack.StartAsync();
        var teams = await FakeTeams.StartAsync();
        var settings = slack.Settings(
            ).Concat(teams.Settings()).Concat(more ?? new Dictionary<string, string>(StringComparer.Ordinal))
            .ToDictionary(StringComparer.Ordinal);
        var bot = await BotHost.StartAsync(settings);
        slack.Bot = new Uri(bot.Address, "slack/main");
        teams.Bot = new Uri(bot.Address, "api/messages/main");
        return new(bot, slack, teams, asker, expert);
    }

    public override async Task PrepareAsync()
    {
        await BindAsync(_slackCoordinator, _teamsCoordinator);
        await Expert.TellAsync("expertise outcome indicators");
        await Expert.SeesAsync("you know about outcome indicators");
    }

    public override async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Slack.DisposeAsync();
        await Teams.DisposeAsync();
    }
}
