using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CopBot.Benchmarks.Load;

/// <summary>A server under measurement, in a process of its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;

    private ServerProcess(Process process, IPEndPoint address) => (_process, Address) = (process, address);

    public IPEndPoint Address { get; }

    /// <summary>Resident memory in MiB, as Linux counts it.</summary>
    public double MemoryMiB => File.ReadLines($"/proc/{_process.Id}/status")
        .Where(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
        .Select(line => double.Parse(line["VmRSS:".Length..^"kB".Length], CultureInfo.InvariantCulture) / 1024)
        .Single();

    /// <summary>Starts a program, and waits until its port is open.</summary>
    public static async Task<ServerProcess> StartAsync(ProcessStartInfo start, int port, CancellationToken cancel)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        var server = new ServerProcess(Process.Start(start)!, new IPEndPoint(IPAddress.Loopback, port));
        server._process.OutputDataReceived += (_, line) => Echo(line.Data);
        server._process.ErrorDataReceived += (_, line) => Echo(line.Data);
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        var waited = Stopwatch.StartNew();
        while (!await server.IsOpenAsync(cancel))
        {
            if (server._process.HasExited || waited.Elapsed > Patience)
            {
                throw new InvalidOperationException(
                    $"{start.FileName} did not come up. With COPBOT_TEST_LOG=1 it says why.");
            }

            await Task.Delay(50, cancel);
        }

        return server;
    }

    /// <summary>SIGKILL: nothing is put in order.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private static void Echo(string? line)
    {
        if (line is { Length: > 0 } && Environment.GetEnvironmentVariable("COPBOT_TEST_LOG") is not null)
        {
            Console.Error.WriteLine(line);
        }
    }

    private async Task<bool> IsOpenAsync(CancellationToken cancel)
    {
        try
        {
            using var probe = new TcpClient();
            await probe.ConnectAsync(Address, cancel);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
