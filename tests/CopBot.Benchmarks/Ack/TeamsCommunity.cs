using CopBot.Benchmarks.Load;
using CopBot.Testing.Fakes.Teams;

namespace CopBot.Benchmarks.Ack;

/// <summary>A community in a Teams channel of which the bot sees all messages.</summary>
internal sealed class TeamsCommunity : AckCommunity
{
    private const string Coordinator = "coordinator@people.example";
    private readonly FakeTeams _teams;
    private readonly List<FakeTeamsUser> _members = [];

    private TeamsCommunity(FakeTeams teams) => _teams = teams;

    public static async Task<AckCommunity> StartAsync(CancellationToken cancel)
    {
        var community = new TeamsCommunity(await FakeTeams.StartAsync());
        community._members.Add(community._teams.AddUser("Coordinator", Coordinator));
        for (var i = 1; i < 50; i++) community._members.Add(community._teams.AddUser($"Member {i}"));
        await community.ServeAsync(cancel);
        await community.BindAsync(cancel);
        return community;
    }

    public override PreparedLoad Load(bool allConcern) =>
        new TeamsLoad(_teams, _members, FakeTeamsKeys.Token(_teams.ServiceUrl), allConcern);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _teams.DisposeAsync();
    }

    protected override IReadOnlyDictionary<string, string> Settings() => new Dictionary<string, string>(_teams.Settings(), StringComparer.Ordinal)
    {
        ["Teams:Connections:main:TrustedEmailDomains:0"] = "people.example",
        ["Communities:ack:Title"] = "Ack",
        ["Communities:ack:Coordinators:0"] = Coordinator,
    };

    private async Task BindAsync(CancellationToken cancel)
    {
        _teams.Bot = new Uri(Bot, "api/messages/main");
        using var sender = new TeamsSender(_teams);
        using var answer = await sender.SendAsync(TeamsEnvelopes.Message(
            _teams, _members[0], $"{FakeTeams.Channel};messageid=1500000000000", "1500000000000", "bind", mention: true));
        answer.EnsureSuccessStatusCode();
        while (_teams.Written.IsEmpty) await Task.Delay(20, cancel);
    }
}
