using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Fakes.Teams;
using CopBot.Testing.Hosting;
using CopBot.Testing.Node;

namespace CopBot.Testing.Stories;

/// <summary>Who asks is at the emulated Slack, over real HTTP; who knows is at the fake Teams.</summary>
public sealed class EmulatedStage : Stage
{
    private readonly NodeProcess _emulator;
    private readonly EmulatedSlack _alice;
    private readonly EmulatedSlack _bob;
    private readonly FakeTeams _teams;
    private readonly EmulatedChatter _coordinator;
    private readonly TeamsChatter _teamsCoordinator;

    private EmulatedStage(
        BotHost bot, NodeProcess emulator, FakeTeams teams, (EmulatedSlack Alice, EmulatedSlack Bob) users,
        EmulatedChatter asker, EmulatedChatter coordinator)
    {
        (Bot, _emulator, _teams, (_alice, _bob)) = (bot, emulator, teams, users);
        (Asker, _coordinator) = (asker, coordinator);
        Expert = new TeamsChatter(teams, teams.AddUser("Kofi Mensah"));
        _teamsCoordinator = new TeamsChatter(teams, teams.AddUser("Layla Haddad"));
    }

    public override BotHost Bot { get; }

    public override Chatter Asker { get; }

    public override Chatter Expert { get; }

    public override Chatter Coordinator => _teamsCoordinator;

    public static async Task<Stage> OpenAsync()
    {
        var (port, botPort) = (FreePort.Find(), FreePort.Find());
        var endpoint = new Uri($"http://127.0.0.1:{botPort}/slack/main");
        var emulator = NodeProcess.Start("emulate/emu-host.mjs", $"{port}", Path.Combine(NodeProcess.Folder, "emulate", "seed.yaml"), $"{endpoint}/events");
        await emulator.ReadyAsync();
        var teams = await FakeTeams.StartAsync();
        var settings = new Dictionary<string, string>(teams.Settings(), StringComparer.Ordinal)
        {
            ["Slack:Connections:main:SigningSecret"] = FakeSlack.Secret,
            ["Slack:Connections:main:BotToken"] = "xoxb-copbot-test",
            ["Slack:Connections:main:ApiBaseUrl"] = $"http://127.0.0.1:{port}/api/",
            ["urls"] = $"http://127.0.0.1:{botPort}",
        };
        var bot = await BotHost.StartAsync(settings);
        teams.Bot = new Uri(bot.Address, "api/messages/main");
        var (alice, bob) = (new EmulatedSlack(port, "xoxp-alice-test"), new EmulatedSlack(port, "xoxp-bob-test"));
        return new EmulatedStage(
            bot, emulator, teams, (alice, bob),
            await EmulatedChatter.OpenAsync(alice, endpoint),
            await EmulatedChatter.OpenAsync(bob, endpoint));
    }

    public override async Task PrepareAsync()
    {
        await _coordinator.TellAsync($"claim {await Bot.ClaimCodeAsync()}");
        await _coordinator.SeesAsync("coordinator of");

        // The answer to "bind" is shown to the coordinator alone, which the emulator's history does not hold.
        await _coordinator.MentionAsync("bind");
        await Bot.SettleAsync();
        await BindAsync(_teamsCoordinator);
        await Expert.TellAsync("expertise outcome indicators");
        await Expert.SeesAsync("you know about outcome indicators");
    }

    public override async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await _emulator.DisposeAsync();
        await _teams.DisposeAsync();
        _alice.Dispose();
        _bob.Dispose();
    }
}
