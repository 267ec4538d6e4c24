using CopBot.Chat;
using CopBot.Chat.Diagnosis;
using CopBot.Slack.Diagnosis;
using CopBot.Slack.Outbound;
using CopBot.Slack.WebApi;

namespace CopBot.Slack;

/// <summary>Slack, for all its configured connections.</summary>
public sealed class SlackPlatform : IChatPlatform
{
    /// <summary>The scheme of its connections' names.</summary>
    public const string PlatformScheme = "slack";

    private readonly Dictionary<string, SlackConnection> _connections;
    private readonly Dictionary<string, SlackDelivery> _deliveries;
    private readonly HttpClient _http;
    private readonly SecurityClock _clock;

    /// <summary>Makes the platform of its settings.</summary>
    public SlackPlatform(
        IReadOnlyDictionary<string, SlackConnectionOptions> connections, HttpClient http, IPlatformMemory memory,
        SecurityClock clock, IDrawing? drawing = null)
    {
        ArgumentNullException.ThrowIfNull(connections);
        ArgumentNullException.ThrowIfNull(clock);
        (_http, _clock) = (http, clock);
        All = [.. connections.Select(pair => Connection(pair.Key, pair.Value, memory))];
        _connections = All.ToDictionary(connection => connection.FullName, StringComparer.Ordinal);
        _deliveries = All.ToDictionary(
            c => c.FullName,
            c => new SlackDelivery(c, new(c.Api, drawing, clock.Time), clock.Time),
            StringComparer.Ordinal);
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
        DirectThreads = true,
        Forms = true,
        Signs = true,
        Whispers = true,
        SeesAllMessages = true,
        FindsOwnMessages = true,
        HasPages = true,
        MessageLength = Rendering.BlockKitLimits.AllText,
        SendTimeout = SlackWebApi.Timeout + TimeSpan.FromSeconds(1),
    };

    /// <inheritdoc/>
    public IReadOnlyList<ConnectionInfo> Connections { get; }

    internal IReadOnlyList<SlackConnection> All { get; }

    /// <inheritdoc/>
    public Task<Delivery> DeliverAsync(Outgoing outgoing, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(outgoing);
        return _deliveries[outgoing.Effect.Connection].DeliverAsync(outgoing, cancel);
    }

    /// <inheritdoc/>
    public Task<Delivery?> FindAsync(Outgoing outgoing, DateTimeOffset since, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(outgoing);
        return _deliveries[outgoing.Effect.Connection].FindAsync(outgoing, since, cancel);
    }

    /// <inheritdoc/>
    public Task<AccountInfo?> GetAccountAsync(AccountRef account, PlaceRef? place, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(account);
        return SlackAccounts.GetAsync(_connections[account.Connection], account, cancel);
    }

    /// <inheritdoc/>
    public async Task<string?> GetTitleAsync(PlaceRef place, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(place);
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal) { ["channel"] = place.Id };
        var answer = await _connections[place.Connection].Api.CallAsync("conversations.info", arguments, cancel);
        PlatformBusyException.ThrowIf("conversations.info", answer.Failure);
        return answer.Body.Text("channel", "name") is { Length: > 0 } name ? $"#{name}" : null;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancel)
    {
        var findings = new List<Finding>();
        foreach (var connection in All)
        {
            findings.AddRange(await new SlackExamination(connection, _http, _clock).RunAsync(cancel));
        }

        return findings;
    }

    private SlackConnection Connection(string name, SlackConnectionOptions options, IPlatformMemory memory)
    {
        var pace = options.Paced ? new SlackPace(_clock.Time, options.PaceSpeed) : null;
        var api = new SlackWebApi(_http, options.ApiBaseUrl, options.BotToken, pace);
        var self = new SlackSelf(SlackConnection.FullNameOf(name), options.BotToken, api, memory);
        return new(name, options, api, self);
    }
}
