using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace CopBot.Testing.Fakes.Slack;

/// <summary>
/// A Slack workspace: the Web API that the bot calls, and the events, presses and commands that Slack sends. Written
/// from Slack's documentation; proved with Slack's own client.
/// </summary>
public sealed class FakeSlack : IAsyncDisposable
{
    public const string Team = "T0COPBOT1";
    public const string App = "A0COPBOT1";
    public const string BotUser = "U0COPBOT1";
    public const string BotId = "B0COPBOT1";
    public const string BotToken = "xoxb-fake-slack";
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    private readonly Lock _gate = new();
    private TimeProvider _time = TimeProvider.System;
    private long _latest;
    private FakeServer? _server;

    public Uri Address => _server!.Address;

    /// <summary>Where the bot's Slack endpoints are, up to and with <c>/slack/&lt;name&gt;</c>.</summary>
    public Uri? Bot { get; set; }

    public Troubles Troubles { get; } = new();

    public FakeSlackFiles Files { get; } = new();

    /// <summary>The way in by socket, for connections that have an app token.</summary>
    public FakeSocketMode SocketMode { get; } = new();

    public ConcurrentDictionary<string, FakeSlackUser> Users { get; } = new(StringComparer.Ordinal);

    public ConcurrentBag<string> Calls { get; } = [];

    /// <summary>Every body of a writing call, for checks against schemas and limits.</summary>
    public ConcurrentBag<JsonObject> Written { get; } = [];

    public ConcurrentDictionary<string, JsonObject> Views { get; } = new(StringComparer.Ordinal);

    /// <summary>Each person's App Home as it stands, by user.</summary>
    public ConcurrentDictionary<string, JsonObject> Homes { get; } = new(StringComparer.Ordinal);

    /// <summary>What the token may do, as Slack says in a header of each answer.</summary>
    public List<string> Scopes { get; } =
    [
        "app_mentions:read", "channels:history", "channels:read", "chat:write", "commands", "files:write", "groups:history",
        "groups:read", "im:history", "im:write", "mpim:history", "reactions:write", "users:read", "users:read.email",
    ];

    /// <summary>Why the token is not accepted any more; null as long as it is.</summary>
    public string? TokenRefusal { get; set; }

    /// <summary>The limits that Slack insists on; null for none.</summary>
    public RateLimits? Limits { get; set; }

    /// <summary>How far Slack's clock is from this machine's.</summary>
    public TimeSpan ClockSkew { get; set; }

    /// <summary>Is told every message as it comes.</summary>
    public Action<FakeSlackMessage>? Added { get; set; }

    public HashSet<string> SharedChannels { get; } = new(StringComparer.Ordinal);

    private List<FakeSlackMessage> Messages { get; } = [];

    public static async Task<FakeSlack> StartAsync(int port = 0, TimeProvider? clock = null)
    {
        var slack = new FakeSlack { _time = clock ?? TimeProvider.System };
        slack._server = await FakeServer.StartAsync(
            app =>
            {
                slack.SocketMode.Map(app);
                slack.Files.Map(app);
                FakeSlackWebApi.Map(app, slack);
            },
            port);
        return slack;
    }

    public FakeSlackUser AddUser(string name, string? email = null)
    {
        var user = new FakeSlackUser($"U{Users.Count + 1:D8}", name, email);
        Users[user.Id] = user;
        return user;
    }

    /// <summary>The settings by which the bot finds this workspace.</summary>
    public Dictionary<string, string> Settings(string connection = "main") => new(StringComparer.Ordinal)
    {
        [$"Slack:Connections:{connection}:SigningSecret"] = Secret,
        [$"Slack:Connections:{connection}:BotToken"] = BotToken,
        [$"Slack:Connections:{connection}:ApiBaseUrl"] = $"{Address}api/",
    };

    /// <summary>The settings of a connection that calls this workspace, instead of being called.</summary>
    public Dictionary<string, string> SocketSettings(string connection = "main") => new(StringComparer.Ordinal)
    {
        [$"Slack:Connections:{connection}:AppToken"] = FakeSocketMode.AppToken,
        [$"Slack:Connections:{connection}:BotToken"] = BotToken,
        [$"Slack:Connections:{connection}:ApiBaseUrl"] = $"{Address}api/",
    };

    /// <summary>What stands in a channel for a reader, oldest first.</summary>
    public IReadOnlyList<FakeSlackMessage> Read(string channel, string? reader = null)
    {
        lock (_gate)
        {
            return [.. Messages.Where(m => m.Channel == channel && !m.Deleted
                && (m.OnlyFor is null || m.OnlyFor == reader))];
        }
    }

    public IReadOnlyList<FakeSlackMessage> All()
    {
        lock (_gate) return [.. Messages];
    }

    /// <summary>What was added after so many messages.</summary>
    public IReadOnlyList<FakeSlackMessage> Since(int count)
    {
        lock (_gate) return Messages.GetRange(count, Messages.Count - count);
    }

    public FakeSlackMessage? Find(string channel, string ts)
    {
        lock (_gate) return Messages.Find(m => m.Channel == channel && m.Ts == ts);
    }

    public FakeSlackMessage Add(
        string channel,
        string user,
        string text,
        string? thread = null,
        JsonArray? blocks = null,
        JsonNode? metadata = null,
        string? onlyFor = null,
        string? ts = null)
    {
        lock (_gate)
        {
            var message = new FakeSlackMessage
            {
                Channel = channel,
                Ts = ts ?? NextTs(),
                ThreadTs = thread,
                User = user,
                Text = text,
                Blocks = blocks,
                Metadata = metadata,
                OnlyFor = onlyFor,
            };
            Messages.Add(message);
            Added?.Invoke(message);
            return message;
        }
    }

    /// <summary>The direct channel of a user and the bot.</summary>
    public static string DirectOf(string user) => $"D{user[1..]}";

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
    }

    /// <summary>A fresh message id: the time in seconds and microseconds.</summary>
    private string NextTs()
    {
        _latest = Math.Max(_latest + 1, _time.GetUtcNow().ToUnixTimeMilliseconds() * 1000);
        return string.Create(CultureInfo.InvariantCulture, $"{_latest / 1_000_000}.{_latest % 1_000_000:D6}");
    }
}

/// <summary>Somebody in the workspace.</summary>
public sealed record FakeSlackUser(string Id, string Name, string? Email);
