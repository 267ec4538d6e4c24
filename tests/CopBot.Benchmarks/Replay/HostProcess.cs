using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;

namespace CopBot.Benchmarks.Replay;

/// <summary>The bot as a process of its own, which can be killed and started again on the same data.</summary>
internal sealed class HostProcess(
    string folder, int port, IReadOnlyDictionary<string, string> settings) : IAsyncDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = new Uri($"http://localhost:{port}/") };
    private Process? _process;

    public Uri Address => _http.BaseAddress!;

    /// <summary>Is told every line that the host prints; it prints errors only.</summary>
    public Action<string>? Heard { get; init; }

    /// <summary>Resident memory in MiB, as Linux counts it.</summary>
    public double MemoryMiB => File.ReadLines($"/proc/{_process!.Id}/status")
        .Where(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
        .Select(line => double.Parse(line["VmRSS:".Length..^"kB".Length], CultureInfo.InvariantCulture) / 1024)
        .Single();

    /// <param name="domainNow">The time by the domain's clock; null for the machine's, without a Playground.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task StartAsync(DateTimeOffset? domainNow, CancellationToken cancel)
    {
        var start = new ProcessStartInfo("dotnet") 
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "CopBot.Host.dll"));
        start.ArgumentList.Add("--environment=Development");
        start.ArgumentList.Add($"--contentRoot={folder}");
        start.ArgumentList.Add($"--urls={Address}");
        start.ArgumentList.Add(domainNow is null ? "--Playground:Enabled=false" : $"--Playground:ClockAt={domainNow:O}");
        start.ArgumentList.Add("--Logging:LogLevel:Default=Error");
        foreach (var (name, value) in settings) start.ArgumentList.Add($"--{name}={value}");
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Echo(line.Data);
        _process.ErrorDataReceived += (_, line) => Echo(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        while (!await IsReadyAsync(cancel)) await Task.Delay(50, cancel);
    }

    /// <summary>SIGKILL: nothing is put in order.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async Task SetClockAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var answer = await _http.PostAsJsonAsync("playground/clock", new { now }, cancel);
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await KillAsync();
        _http.Dispose();
    }

    private void Echo(string? line)
    {
        if (line is { Length: > 0 }) Heard?.Invoke(line);
        if (line is { Length: > 0 } && Environment.GetEnvironmentVariable("COPBOT_TEST_LOG") is not null)
        {
            Console.Error.WriteLine(line);
        }
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancel)
    {
        if (_process!.HasExited) throw new InvalidOperationException($"The host ended with {_process.ExitCode}.");
        try
        {
            return (await _http.GetAsync(new Uri("health/ready", UriKind.Relative), cancel)).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
