using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Fakes.Teams;
using CopBot.Testing.Hosting;
using Microsoft.AspNetCore.Builder;

namespace CopBot.Testing.Stories;

/// <summary>Who asks is in Slack, who knows is in Teams; both fake, both over real HTTP.</summary>
public sealed class AcrossStage : Stage
{
    private const string SlackChannel = "C0RESULTS";
    private readonly SlackChatter _slackCoordinator;
    private readonly TeamsChatter _teamsCoordinator;
    private readonly Dictionary<string, string> _settings;
    private readonly string _folder;
    private BotHost _bot;

    private AcrossStage(
        BotHost bot,
        FakeSlack slack,
        FakeTeams teams,
        (string Asker, string Expert) names,
        Dictionary<string, string> settings,
        string folder)
    {
        (_bot, _settings, _folder) = (bot, settings, folder);
        Slack = slack;
        Teams = teams;
        Asker = SlackAsker = new SlackChatter(slack, slack.AddUser(names.Asker), SlackChannel);
        Expert = new TeamsChatter(teams, teams.AddUser(names.Expert));
        _slackCoordinator = new SlackChatter(slack, slack.AddUser("Ingrid Solheim"), SlackChannel);
        _teamsCoordinator = new TeamsChatter(teams, teams.AddUser("Layla Haddad"));
    }

    public override BotHost Bot => _bot;

    public FakeSlack Slack { get; }

    public FakeTeams Teams { get; }

    public override Chatter Asker { get; }

    public override Chatter Expert { get; }

    public override Chatter Coordinator => _teamsCoordinator;

    public SlackChatter SlackAsker { get; }

    public SlackChatter SlackCoordinator => _slackCoordinator;

    public TeamsChatter TeamsCoordinator => _teamsCoordinator;

    public static async Task<AcrossStage> OpenAsync(
        IReadOnlyDictionary<string, string>? more = null,
        string asker = "Sara Batbayar",
        string expert = "Kofi Mensah",
        Action<WebApplicationBuilder>? adjust = null)
    {
        var slack = await FakeSlack.StartAsync();
        var teams = await FakeTeams.StartAsync();
        var settings = slack.Settings(
            ).Concat(teams.Settings()).Concat(more ?? new Dictionary<string, string>(StringComparer.Ordinal))
            .ToDictionary(StringComparer.Ordinal);
        var folder = Directory.CreateTempSubdirectory("copbot-test-").FullName;
        var bot = await BotHost.StartAsync(settings, folder, adjust: adjust);
        var stage = new AcrossStage(bot, slack, teams, (asker, expert), settings, folder);
        stage.Listen();
        return stage;
    }

    /// <summary>The bot stops, and starts again on what it left, by the clock that it had.</summary>
    public async Task RestartAsync()
    {
        var now = _bot.Now;
        await _bot.DisposeAsync();
        _bot = await BotHost.StartAsync(_settings, _folder);
        _bot.SetClock(now);
        Listen();
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
        Directory.Delete(_folder, recursive: true);
        await Slack.DisposeAsync();
        await Teams.DisposeAsync();
    }

    private void Listen()
    {
        Slack.Bot = new Uri(_bot.Address, "slack/main");
        Teams.Bot = new Uri(_bot.Address, "api/messages/main");
    }
}
