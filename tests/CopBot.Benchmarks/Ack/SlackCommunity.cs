using System.Diagnostics;
using CopBot.Benchmarks.Load;
using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Hosting;

namespace CopBot.Benchmarks.Ack;

/// <summary>The bot at work for a community in one Slack channel, on a database file of its own.</summary>
internal sealed class SlackCommunity : IAsyncDisposable
{
    public const string Channel = "C0LAN2Q65";
    private const string Domain = "example.org";

    private readonly string _folder = Directory.CreateTempSubdirectory("copbot-ack-").FullName;
    private readonly FakeSlack _slack;

    private SlackCommunity(FakeSlack slack) => _slack = slack;

    public ServerProcess Server { get; private set; } = null!;

    public IReadOnlyList<FakeSlackUser> Members { get; private set; } = [];

    public string Database => Path.Combine(_folder, "data", "copbot.db");

    public static async Task<SlackCommunity> StartAsync(CancellationToken cancel)
    {
        var community = new SlackCommunity(await FakeSlack.StartAsync());
        community.Members = [.. Enumerable.Range(0, 50).Select(i => community._slack.AddUser($"Member {i}", $"m{i}@{Domain}"))];
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
        _slack.Bot = new Uri($"http://127.0.0.1:{port}/slack/main");
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await _slack.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Dictionary<string, string> Settings() => new(_slack.Settings(), StringComparer.Ordinal)
    {
        ["Slack:Connections:main:TrustedEmailDomains:0"] = Domain,
        ["Communities:ack:Title"] = "Ack",
        ["Communities:ack:Coordinators:0"] = $"m0@{Domain}",
    };

    private async Task BindAsync(CancellationToken cancel)
    {
        const string Ts = "1600000000.000001";
        var text = $"<@{FakeSlack.BotUser}> bind";
        var said = SlackEnvelopes.Message("app_mention", Members[0].Id, Channel, "channel", Ts, text, thread: null);
        using var sender = new SlackSender(_slack.Bot!);
        using var answer = await sender.EventAsync(SlackEnvelopes.Event(said, Channel));
        answer.EnsureSuccessStatusCode();
        while (!_slack.Read(Channel, Members[0].Id).Any(message => message.User == FakeSlack.BotUser))
        {
            await Task.Delay(20, cancel);
        }
    }
}
