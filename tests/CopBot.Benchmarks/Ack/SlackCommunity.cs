using CopBot.Benchmarks.Load;
using CopBot.Testing.Fakes.Slack;

namespace CopBot.Benchmarks.Ack;

/// <summary>A community in a Slack channel.</summary>
internal sealed class SlackCommunity : AckCommunity
{
    private const string Channel = "C0LAN2Q65";
    private static readonly IReadOnlyList<string> Members = [.. Enumerable.Range(0, 50).Select(i => $"U{i:D8}")];

    private readonly ServerProcess _slack;

    private SlackCommunity(ServerProcess slack) => _slack = slack;

    public static async Task<AckCommunity> StartAsync(CancellationToken cancel)
    {
        var community = new SlackCommunity(await LeanSlack.StartAsync(cancel));
        await community.ServeAsync(cancel);
        await community.BindAsync(cancel);
        return community;
    }

    /// <summary>What is said to a peer, which knows no members.</summary>
    public static PreparedLoad PeerLoad(bool allConcern) => new SlackLoad(Channel, ["U061F7AUR"], allConcern);

    public override PreparedLoad Load(bool allConcern) => new SlackLoad(Channel, Members, allConcern);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _slack.DisposeAsync();
    }

    protected override IReadOnlyDictionary<string, string> Settings() => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Slack:Connections:main:SigningSecret"] = FakeSlack.Secret,
        ["Slack:Connections:main:BotToken"] = FakeSlack.BotToken,
        ["Slack:Connections:main:ApiBaseUrl"] = $"http://{_slack.Address}/api/",
        ["Slack:Connections:main:TrustedEmailDomains:0"] = LeanSlack.Domain,
        ["Communities:ack:Title"] = "Ack",
        ["Communities:ack:Coordinators:0"] = $"{Members[0].ToLowerInvariant()}@{LeanSlack.Domain}",
    };

    private async Task BindAsync(CancellationToken cancel)
    {
        const string Ts = "1600000000.000001";
        var text = $"<@{FakeSlack.BotUser}> bind";
        var said = SlackEnvelopes.Message("app_mention", Members[0], Channel, "channel", Ts, text, thread: null);
        using var sender = new SlackSender(new Uri(Bot, "slack/main"));
        using var answer = await sender.EventAsync(SlackEnvelopes.Event(said, Channel));
        answer.EnsureSuccessStatusCode();
        while (await LeanSlack.PostsAsync(_slack, cancel) == 0) await Task.Delay(20, cancel);
    }
}
