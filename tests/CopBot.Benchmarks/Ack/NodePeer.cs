using System.Diagnostics;
using System.Globalization;
using CopBot.Benchmarks.Load;
using CopBot.Testing.Hosting;

namespace CopBot.Benchmarks.Ack;

/// <summary>The smallest app on somebody else's framework: acknowledges, stores nothing.</summary>
internal sealed class NodePeer : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("copbot-peer-").FullName;
    private readonly IReadOnlyDictionary<string, string> _environment;

    private NodePeer(IReadOnlyDictionary<string, string> environment) => _environment = environment;

    /// <summary>Copies the peer's folder aside, and installs its packages beside the copy.</summary>
    /// <param name="folder">Where its <c>app.mjs</c> is.</param>
    /// <param name="packages">What it needs, in exact versions.</param>
    /// <param name="environment">What it is told.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<NodePeer> PrepareAsync(
        string folder, IReadOnlyList<string> packages, IReadOnlyDictionary<string, string> environment, CancellationToken cancel)
    {
        var peer = new NodePeer(environment);
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            File.Copy(file, Path.Combine(peer._folder, Path.GetFileName(file)));
        }

        using var npm = Process.Start(new ProcessStartInfo("npm", ["install", "--silent", "--no-fund", "-E", .. packages])
        {
            WorkingDirectory = peer._folder,
        })!;
        await npm.WaitForExitAsync(cancel);
        return npm.ExitCode == 0 ? peer : throw new InvalidOperationException($"npm could not install {string.Join(", ", packages)}.");
    }

    public Task<ServerProcess> StartAsync(CancellationToken cancel)
    {
        var port = FreePort.Find();
        var start = new ProcessStartInfo("node", ["app.mjs"]) { WorkingDirectory = _folder };
        start.Environment["PORT"] = port.ToString(CultureInfo.InvariantCulture);
        foreach (var (name, value) in _environment) start.Environment[name] = value;
        return ServerProcess.StartAsync(start, port, cancel);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
