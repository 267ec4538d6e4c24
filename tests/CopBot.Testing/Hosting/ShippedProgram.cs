using System.Diagnostics;

namespace CopBot.Testing.Hosting;

/// <summary>The program as it ships, called from a folder as an administrator does.</summary>
public sealed class ShippedProgram(string folder)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Settings as environment variables, by their full names.</summary>
    public Dictionary<string, string> Settings { get; } = new(StringComparer.Ordinal);

    public string Folder => folder;

    /// <summary>Runs a command to its end.</summary>
    public async Task<(int Exit, string Said)> RunAsync(params IReadOnlyList<string> arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>Starts the bot itself, and waits until it says where it is.</summary>
    public async Task<RunningProgram> ServeAsync(int port)
    {
        var process = Start([$"--urls=http://127.0.0.1:{port}"]);
        string? line;
        while ((line = await process.StandardOutput.ReadLineAsync()) is not null)
        {
            if (!line.StartsWith("CopBot is running", StringComparison.Ordinal)) continue;
            _ = process.StandardOutput.ReadToEndAsync();
            _ = process.StandardError.ReadToEndAsync();
            return new RunningProgram(process, new Uri($"http://127.0.0.1:{port}"));
        }

        throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
    }

    private Process Start(IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "CopBot.Host.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var (name, value) in Settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return Process.Start(start)!;
    }
}

/// <summary>The bot, running in a process of its own.</summary>
public sealed class RunningProgram(Process process, Uri address) : IAsyncDisposable
{
    public Uri Address => address;

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
