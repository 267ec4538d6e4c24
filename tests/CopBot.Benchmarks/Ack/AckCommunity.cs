using System.Diagnostics;
using CopBot.Benchmarks.Load;
using CopBot.Testing.Hosting;

namespace CopBot.Benchmarks.Ack;

/// <summary>The bot at work for a community in one channel, on a database file of its own.</summary>
internal abstract class AckCommunity : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("copbot-ack-").FullName;

    public ServerProcess Server { get; private set; } = null!;

    public string Database => Path.Combine(_folder, "data", "copbot.db");

    protected Uri Bot { get; private set; } = null!;

    /// <summary>What its members say.</summary>
    public abstract PreparedLoad Load(bool allConcern);

    /// <summary>Starts the host, again on the same database if it ran before.</summary>
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
        Bot = new Uri($"http://127.0.0.1:{port}/");
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    protected abstract IReadOnlyDictionary<string, string> Settings();
}
