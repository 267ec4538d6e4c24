using System.Diagnostics;
using System.Reflection;

namespace CopBot.Testing.Node;

/// <summary>Runs a script of <c>tests/node</c>.</summary>
public sealed class NodeProcess : IAsyncDisposable
{
    private readonly Process _process;

    private NodeProcess(Process process) => _process = process;

    /// <summary>The folder <c>tests/node</c> of the repository.</summary>
    public static string Folder { get; } = Path.Combine(FindTests(), "node");

    public static NodeProcess Start(string script, params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Path.Combine(Folder, script));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return new(Process.Start(start) ?? throw new InvalidOperationException("Node does not start."));
    }

    /// <summary>Runs a script to its end.</summary>
    /// <returns>What it printed; with what it complained of, if it failed.</returns>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string script, IReadOnlyList<string> arguments, IEnumerable<string>? lines = null)
    {
        await using var node = Start(script, arguments);
        var output = node._process.StandardOutput.ReadToEndAsync();
        var errors = node._process.StandardError.ReadToEndAsync();
        try
        {
            foreach (var line in lines ?? []) await node._process.StandardInput.WriteLineAsync(line);
            node._process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it read everything; its exit code and what it printed say why.
        }

        await node._process.WaitForExitAsync();
        return (node._process.ExitCode, await output + (node._process.ExitCode == 0 ? "" : await errors));
    }

    /// <summary>Waits for a line that says it is up.</summary>
    public async Task<string> ReadyAsync()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return await _process.StandardOutput.ReadLineAsync(timeout.Token)
            ?? throw new InvalidOperationException(await _process.StandardError.ReadToEndAsync(timeout.Token));
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string FindTests()
    {
        var folder = Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location);
        while (folder is not null && !File.Exists(Path.Combine(folder, "CopBot.sln"))) folder = Path.GetDirectoryName(folder);
        return Path.Combine(folder!, "tests");
    }
}
