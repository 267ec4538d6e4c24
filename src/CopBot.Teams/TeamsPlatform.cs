using CopBot.Chat;
using CopBot.Chat.Diagnosis;
using CopBot.Teams.Diagnosis;
using CopBot.Teams.Connector;
using CopBot.Teams.Outbound;
using CopBot.Teams.Security;

namespace CopBot.Teams;

/// <summary>Microsoft Teams, for all its configured connections.</summary>
public sealed class TeamsPlatform : IChatPlatform
{
    /// <summary>The scheme of its connections' names.</summary>
    public const string PlatformScheme = "teams";

    private readonly Dictionary<string, TeamsConnection> _connections;
    private readonly Dictionary<string, TeamsDelivery> _deliveries;
    private readonly HttpClient _http;
    private readonly SecurityClock _clock;

    /// <summary>Makes the platform of its settings.</summary>
    public TeamsPlatform(
        IReadOnlyDictionary<string, TeamsConnectionOptions> connections, HttpClient http, IPlatformMemory memory,
        SecurityClock clock, IDrawing? drawing = null)
    {
        ArgumentNullException.ThrowIfNull(connections);
        (_http, _clock) = (http, clock);
        All = [.. connections.Select(pair => new TeamsConnection(
            pair.Key,
            pair.Value,
            new TeamsTokenValidation(pair.Value, http),
            new TeamsConnector(http, TeamsTokens.Of(pair.Value), pair.Value.Paced
                ? new TeamsPace(clock.Time, pair.Value.PaceSpeed)
                : null),
            memory))];
        _connections = All.ToDictionary(connection => connection.FullName, StringComparer.Ordinal);
        _deliveries = All.ToDictionary(
            c => c.FullName, c => new TeamsDelivery(c, drawing, clock.Time), StringComparer.Ordinal);
        Connections = [.. All.Select(connection => new ConnectionInfo(
            connection.FullName,
            connection.Options.Community,
            [.. connection.Options.TrustedEmailDomains],
            connection.Options.IsReal))];
    }

    /// <inheritdoc/>
    public string Scheme => PlatformScheme;

    /// <inheritdoc/>
    public Capabilities Capabilities { get; } = new()
    {
        Buttons = true,
        Edits = true,
        ChannelThreads = true,
        DirectThreads = false,
        Forms = true,
        Signs = false,
        Whispers = false,
        SeesAllMessages = false,
        FindsOwnMessages = false,
        MessageLength = 12_000,
        SendTimeout = TeamsConnector.Timeout + TimeSpan.FromSeconds(1),
    };

    /// <inheritdoc/>
    public IReadOnlyList<ConnectionInfo> Connections { get; }

    internal IReadOnlyList<TeamsConnection> All { get; }

    /// <inheritdoc/>
    public Task<Delivery> DeliverAsync(Outgoing outgoing, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(outgoing);
        return _deliveries[outgoing.Effect.Connection].DeliverAsync(outgoing, cancel);
    }

    /// <summary>Teams tells a channel's name with some of its activities only; there is nothing to ask.</summary>
    public Task<string?> GetTitleAsync(PlaceRef place, CancellationToken cancel) => Task.FromResult<string?>(null);

    /// <summary>Teams lets no bot look for its own messages: a repeat after a crash is possible.</summary>
    public Task<Delivery?> FindAsync(Outgoing outgoing, DateTimeOffset since, CancellationToken cancel) =>
        Task.FromResult<Delivery?>(null);

    /// <inheritdoc/>
    public Task<AccountInfo?> GetAccountAsync(AccountRef account, PlaceRef? place, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(account);
        return TeamsAccounts.GetAsync(_connections[account.Connection], account, place, cancel);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancel)
    {
        var findings = new List<Finding>();
        foreach (var connection in All)
        {
            findings.AddRange(await new TeamsExamination(connection, _http, _clock).RunAsync(cancel));
        }

        return findings;
    }
}
