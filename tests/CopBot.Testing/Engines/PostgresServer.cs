using System.Diagnostics;
using System.Globalization;
using CopBot.Testing.Hosting;
using Npgsql;

namespace CopBot.Testing.Engines;

/// <summary>A PostgreSQL server of its own, on a free port of loopback, with its data in a folder that goes with it.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string _folder;
    private readonly bool _durable;
    private Process _process;

    private PostgresServer(string folder, int port, bool durable, Process process) =>
        (_folder, Port, _durable, _process) = (folder, port, durable, process);

    public int Port { get; }

    /// <param name="durable">Whether what is committed is on disk, as it must be anywhere but in most tests.</param>
    public static async Task<PostgresServer> StartAsync(bool durable = false)
    {
        var shelf = !durable && Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();
        var folder = Path.Combine(shelf, $"copbot-postgres-{Guid.NewGuid():N}");
        Directory.CreateDirectory(folder);
        if (Environment.IsPrivilegedProcess) await RunAsync("chown", "postgres", folder);
        await RunAsync(Unprivileged(
            Program("initdb"), "--pgdata", folder, "--username", "copbot", "--auth", "trust", "--encoding", "UTF8",
            "--locale", "C.UTF-8", "--no-sync"));
        var port = FreePort.Find();
        var server = new PostgresServer(folder, port, durable, Serve(folder, port, durable));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Stop();
        await server.AwaitAsync();
        return server;
    }

    /// <summary>For a database of this server.</summary>
    public string ConnectionStringFor(string database, bool pooling = true) =>
        $"Host=127.0.0.1;Port={Port};Username=copbot;Database={database};Pooling={pooling};Maximum Pool Size=60";

    /// <summary>Runs a statement in the server's own database.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionStringFor("postgres", pooling: false));
        await connection.OpenAsync();
#pragma warning disable CA2100 // The tests' own statements.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Kills every process of it, as a power cut would, and starts it again.</summary>
    public async Task CrashAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = Serve(_folder, Port, _durable);
        await AwaitAsync();
    }

    public ValueTask DisposeAsync()
    {
        Stop();
        return ValueTask.CompletedTask;
    }

    private void Stop()
    {
        if (!Directory.Exists(_folder)) return;
        _process.Kill(entireProcessTree: true);

        // Without an end it would wait for the output, too, which any child that outlives the server holds open.
        _process.WaitForExit(Patience);
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // A child wrote while it was removed: the folder is rubbish, not a failure.
        }
    }

    private static Process Serve(string folder, int port, bool durable)
    {
        List<string> arguments =
        [
            "-D", folder, "-p", port.ToString(CultureInfo.InvariantCulture), "-c", "listen_addresses=127.0.0.1",
            "-c", "unix_socket_directories=", "-c", "max_connections=400", "-c", "log_min_messages=fatal",
        ];
        if (!durable) arguments.AddRange(["-c", "fsync=off", "-c", "full_page_writes=off", "-c", "autovacuum=off"]);
        return Start(Unprivileged([Program("postgres"), .. arguments]));
    }

    private async Task AwaitAsync()
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                await ExecuteAsync("SELECT 1");
                return;
            }
            catch (NpgsqlException) when (TimeProvider.System.GetElapsedTime(begun) < Patience && !_process.HasExited)
            {
                await Task.Delay(50);
            }
        }
    }

    /// <summary>The newest version that Debian's package put there, or what is on the path.</summary>
    private static string Program(string name) => Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin", name))
            .Where(File.Exists).Order(StringComparer.Ordinal).LastOrDefault(name)
        : name;

    /// <summary>The server refuses to run with all rights.</summary>
    private static string[] Unprivileged(params string[] command) => Environment.IsPrivilegedProcess
        ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--", .. command]
        : command;

    private static async Task RunAsync(params string[] command)
    {
        using var process = Start(command);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', command)} failed.");
    }

    private static Process Start(string[] command)
    {
        var start = new ProcessStartInfo(command[0]) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in command[1..]) start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }
}
