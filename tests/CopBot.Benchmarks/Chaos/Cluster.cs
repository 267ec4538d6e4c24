using CopBot.Benchmarks.Replay;
using CopBot.Pipeline;
using CopBot.Storage;
using CopBot.Storage.Postgres;
using CopBot.Storage.Sqlite;
using CopBot.Testing.Engines;
using CopBot.Testing.Fakes.Slack;
using CopBot.Testing.Fakes.Teams;
using CopBot.Testing.Hosting;

namespace CopBot.Benchmarks.Chaos;

/// <summary>Hosts of one bot, each a process, on one store; with the platforms that they talk to.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    public const string Coordinator = "coordinator@people.example";
    private readonly string _folder;
    private readonly WakeUps _wakeUps = new();
    private readonly List<HostProcess> _hosts = [];
    private readonly List<bool> _up = [];

    private Cluster(FakeSlack slack, FakeTeams teams, PostgresServer? server, string? parent)
    {
        (Slack, Teams, Server) = (slack, teams, server);
        _folder = parent is null
            ? Directory.CreateTempSubdirectory("copbot-chaos-").FullName
            : Directory.CreateDirectory(Path.Combine(parent, $"copbot-chaos-{Guid.NewGuid():N}")).FullName;
    }

    public FakeSlack Slack { get; }

    public FakeTeams Teams { get; }

    public PostgresServer? Server { get; }

    public int Size => _hosts.Count;

    /// <summary>Whether the hosts also have the Playground, which keeps a file of its own.</summary>
    private bool HasPlayground { get; init; }

    private string File => Path.Combine(_folder, "data", HasPlayground ? "playground.db" : "copbot.db");

    public static async Task<Cluster> StartAsync(
        int hosts, bool isPostgres, CancellationToken cancel, bool playground = false, Action<string>? heard = null,
        string? parent = null)
    {
        var server = isPostgres ? await PostgresServer.StartAsync(durable: true) : null;
        if (server is not null) await server.ExecuteAsync("CREATE DATABASE chaos");
        var cluster = new Cluster(await FakeSlack.StartAsync(), await FakeTeams.StartAsync(), server, parent)
        {
            HasPlayground = playground,
        };
        for (var i = 0; i < hosts; i++)
        {
            cluster._hosts.Add(new HostProcess(cluster._folder, FreePort.Find(), cluster.Settings()) { Heard = heard });
            cluster._up.Add(false);
        }

        await Task.WhenAll(Enumerable.Range(0, hosts).Select(host => cluster.StartHostAsync(host, cancel)));
        return cluster;
    }

    /// <summary>Kills a host and starts it again.</summary>
    public async Task KillAsync(int host, CancellationToken cancel)
    {
        _up[host] = false;
        await _hosts[host].KillAsync();
        await StartHostAsync(host, cancel);
    }

    /// <summary>Where a delivery goes: one of the hosts that are up, as a load balancer picks it.</summary>
    public Uri Address(int turn)
    {
        for (var i = 0; i < _hosts.Count; i++)
        {
            var host = (turn + i) % _hosts.Count;
            if (_up[host]) return _hosts[host].Address;
        }

        return _hosts[turn % _hosts.Count].Address;
    }

    /// <summary>Stops the hosts, puts so many answered questions into the store, and starts them again.</summary>
    public async Task FillAsync(int questions, CancellationToken cancel)
    {
        foreach (var host in _hosts) await host.KillAsync();
        var store = OpenStore();
        await using (var life = (IAsyncDisposable)store) await StoredQuestions.AddAsync(store, questions, cancel);
        for (var host = 0; host < _hosts.Count; host++) await StartHostAsync(host, cancel);
    }

    /// <summary>What a host occupies, in MiB.</summary>
    public double MemoryMiB(int host) => _hosts[host].MemoryMiB;

    /// <summary>Stops all hosts for good and opens the store.</summary>
    public async Task<IStore> CloseAsync()
    {
        foreach (var host in _hosts) await host.DisposeAsync();
        return OpenStore();
    }

    /// <summary>The store beside the hosts, where the engine lets several in.</summary>
    public IStore OpenStore() => Server is null
        ? new SqliteStore(File)
        : new PostgresStore(Server.ConnectionStringFor("chaos"), _wakeUps);

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts) await host.DisposeAsync();
        await Slack.DisposeAsync();
        await Teams.DisposeAsync();
        _wakeUps.Dispose();
        if (Server is not null) await Server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartHostAsync(int host, CancellationToken cancel)
    {
        await _hosts[host].StartAsync(HasPlayground ? TimeProvider.System.GetUtcNow() : null, cancel);
        _up[host] = true;
    }

    private Dictionary<string, string> Settings() => new(Slack.Settings().Concat(Teams.Settings()), StringComparer.Ordinal)
    {
        ["Database:Provider"] = Server is null ? "Sqlite" : "Postgres",
        ["ConnectionStrings:CopBot"] = Server?.ConnectionStringFor("chaos") ?? $"Data Source={File}",
        ["Communities:chaos:Title"] = "Chaos",
        ["Communities:chaos:Mirror"] = "Always",
        ["Communities:chaos:InstantAnswers"] = "false",
        ["Communities:chaos:Coordinators:0"] = Coordinator,
        ["Slack:Connections:main:TrustedEmailDomains:0"] = "people.example",
        ["Teams:Connections:main:TrustedEmailDomains:0"] = "people.example",
    };
}
