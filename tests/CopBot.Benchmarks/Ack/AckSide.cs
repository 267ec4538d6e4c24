using CopBot.Benchmarks.Load;
using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Fakes.Teams;

namespace CopBot.Benchmarks.Ack;

/// <summary>One platform: the bot's community on it, and the peer with what is said to it.</summary>
internal sealed record AckSide(
    string Platform,
    NodePeer Peer,
    Func<bool, PreparedLoad> PeerLoad,
    Func<CancellationToken, Task<AckCommunity>> StartCommunityAsync) : IAsyncDisposable
{
    private const string Bolt = "@slack/bolt@5.1.0";
    private static readonly string[] Agents = ["@microsoft/agents-hosting@1.8.1", "express@5.3.0"];

    private FakeTeams? Tenant { get; init; }

    /// <summary>Slack's own framework.</summary>
    /// <param name="folder">A Bolt app.</param>
    /// <param name="cancel">Gives up.</param>
    public static Task<NodePeer> BoltAsync(string folder, CancellationToken cancel) => NodePeer.PrepareAsync(
        folder, [Bolt], new Dictionary<string, string>(StringComparer.Ordinal) { ["SLACK_SIGNING_SECRET"] = FakeSlack.Secret }, cancel);

    public static async Task<AckSide> SlackAsync(string folder, CancellationToken cancel) => new(
        "Slack",
        await BoltAsync(folder, cancel),
        SlackCommunity.PeerLoad,
        SlackCommunity.StartAsync);

    public static async Task<AckSide> TeamsAsync(CancellationToken cancel)
    {
        var tenant = await FakeTeams.StartAsync();
        FakeTeamsUser[] people = [tenant.AddUser("Somebody")];
        var peer = await NodePeer.PrepareAsync(
            Path.Combine(AppContext.BaseDirectory, "Ack", "agents"),
            Agents,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["TENANT"] = FakeTeams.Tenant,
                ["APP"] = FakeTeams.AppId,
                ["AUTHORITY"] = tenant.Address.ToString().TrimEnd('/'),
                ["ISSUER"] = FakeTeamsKeys.EntraIssuer,
            },
            cancel);
        return new(
            "Teams",
            peer,
            all => new TeamsLoad(tenant, people, FakeTeamsKeys.EntraToken(tenant.ServiceUrl), all),
            TeamsCommunity.StartAsync) { Tenant = tenant };
    }

    public async ValueTask DisposeAsync()
    {
        Peer.Dispose();
        if (Tenant is not null) await Tenant.DisposeAsync();
    }
}
