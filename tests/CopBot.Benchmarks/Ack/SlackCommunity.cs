using System.Diagnostics;
using CopBot.Benchmarks.Load;
using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Hosting;

namespace CopBot.Benchmarks.Ack;

/// <summary>The bot at work for a community in one Slack channel, on a database file of its own.</summary>
internal sealed class SlackCommunity : IAsyncDisposable
{
    public const string Channel = "C0LAN2Q65";

    private readonly string _folder = Directory.CreateTempSubdirectory("copbot-ack-").FullName;
    private readonly LeanSlack _slack;
    private Uri? _bot;

    private SlackCommunity(LeanSlack slack) => _slack = slack;

    public ServerProcess Server { get; private set; } = null!;

    public IReadOnlyList<FakeSlackUser> Members { get; private set; } = [];

    public string Database => Path.Combine(_folder, "data", "copbot.db");

    public static async Task<SlackCommunity> StartAsync(CancellationToken cancel)
    {
        var community = new SlackCommunity(await LeanSlack.StartAsync());
        community.Members = [.. Enumerable.Range(0, 50).Select(i => new FakeSlackUser($"U{i:D8}", $"Member {i}", null))];
        await community.ServeAsync(cancel);
        await community.BindAsync(cancel);
        return community;
    }

    /// <summary>Starts the host on the same database again.</summary>
    public async Task ServeAsync(CancellationToken cancel)
    {
        var port = FreePort.Find();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CopBot.Host.dll")])
        {
            WorkingDirectory = _folder,
        };
        start.ArgumentList.Add("--environment=Production");
        start.ArgumentList.Add($"--contentRoot={_folder}");
        start.ArgumentList.Add($"--urls=http://127.0.0.1:{port}");
        start.ArgumentList.Add("--Logging:LogLevel:Default=Error");
        foreach (var (name, value) in Settings()) start.ArgumentList.Add($"--{name}={value}");
        Server = await ServerProcess.StartAsync(start, port, cancel);
        _bot = new Uri($"http://127.0.0.1:{port}/slack/main");
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await _slack.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Dictionary<string, string> Settings() => new(StringComparer.Ordinal)
    {
        ["Slack:Connections:main:SigningSecret"] = FakeSlack.Secret,
        ["Slack:Connections:main:BotToken"] = FakeSlack.BotToken,
        ["Slack:Connections:main:ApiBaseUrl"] = $"{_slack.Address}api/",
        ["Slack:Connections:main:TrustedEmailDomains:0"] = LeanSlack.Domain,
        ["Communities:ack:Title"] = "Ack",
        ["Communities:ack:Coordinators:0"] = $"{Members[0].Id.ToLowerInvariant()}@{LeanSlack.Domain}",
    };

    private async Task BindAsync(CancellationToken cancel)
    {
        const string Ts = "1600000000.000001";
        var text = $"<@{FakeSlack.BotUser}> bind";
        var said = SlackEnvelopes.Message("app_mention", Members[0].Id, Channel, "channel", Ts, text, thread: null);
        using var sender = new SlackSender(_bot!);
        using var answer = await sender.EventAsync(SlackEnvelopes.Event(said, Channel));
        answer.EnsureSuccessStatusCode();
        while (_slack.Posts == 0)
        {
            await Task.Delay(20, cancel);
        }
    }
}
