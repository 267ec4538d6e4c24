using System.Diagnostics;
using System.Globalization;
using CopBot.Benchmarks.Load;
using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Hosting;

namespace CopBot.Benchmarks.Ack;

/// <summary>The smallest app on Slack's own framework: acknowledges, stores nothing.</summary>
internal sealed class BoltPeer : IDisposable
{
    private const string Package = "@slack/bolt@5.1.0";
    private readonly string _folder = Directory.CreateTempSubdirectory("copbot-peer-").FullName;

    /// <summary>Copies the peer's folder aside, and installs its packages beside the copy.</summary>
    /// <param name="folder">Where its <c>app.mjs</c> is.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<BoltPeer> PrepareAsync(string folder, CancellationToken cancel)
    {
        var peer = new BoltPeer();
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            File.Copy(file, Path.Combine(peer._folder, Path.GetFileName(file)));
        }

        using var npm = Process.Start(new ProcessStartInfo("npm", ["install", "--silent", "--no-fund", "-E", Package])
        {
            WorkingDirectory = peer._folder,
        })!;
        await npm.WaitForExitAsync(cancel);
        return npm.ExitCode == 0 ? peer : throw new InvalidOperationException($"npm could not install {Package}.");
    }

    public Task<ServerProcess> StartAsync(CancellationToken cancel)
    {
        var port = FreePort.Find();
        var start = new ProcessStartInfo("node", ["app.mjs"]) { WorkingDirectory = _folder };
        start.Environment["PORT"] = port.ToString(CultureInfo.InvariantCulture);
        start.Environment["SLACK_SIGNING_SECRET"] = FakeSlack.Secret;
        return ServerProcess.StartAsync(start, port, cancel);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
