using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace CopBot.Testing.Fakes.Teams;

/// <summary>
/// A Teams tenant: keys and tokens, the Connector that the bot calls, and the activities that the channel sends.
/// Written from Microsoft's documentation.
/// </summary>
public sealed class FakeTeams : IAsyncDisposable
{
    public const string AppId = "11111111-2222-3333-4444-555555555555";
    public const string Tenant = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
    public const string Channel = "19:results@thread.tacv2";
    public const string BotAccount = $"28:{AppId}";

    private readonly Lock _gate = new();
    /// <summary>Ids are the time in milliseconds, as they are in Teams.</summary>
    private long _clock;
    private FakeServer? _server;

    public Uri Address => _server!.Address;

    /// <summary>The address the bot is told to answer to.</summary>
    public string ServiceUrl => $"{Address}connector/";

    /// <summary>Where the bot takes activities.</summary>
    public Uri? Bot { get; set; }

    public Troubles Troubles { get; } = new();

    public ConcurrentDictionary<string, FakeTeamsUser> Users { get; } = new(StringComparer.Ordinal);

    /// <summary>Every activity the bot sent, for checks against schemas and sizes.</summary>
    public ConcurrentBag<JsonObject> Written { get; } = [];

    /// <summary>What the bot showed to get its tokens, by field.</summary>
    public ConcurrentQueue<IReadOnlyDictionary<string, string>> TokenRequests { get; } = [];

    /// <summary>True for a test client on the same machine, which sends and wants no tokens.</summary>
    public bool IsLocalClient { get; set; }

    private List<FakeTeamsActivity> Activities { get; } = [];

    public static async Task<FakeTeams> StartAsync(int port = 0)
    {
        var teams = new FakeTeams();
        teams._server = await FakeServer.StartAsync(app => FakeTeamsConnector.Map(app, teams), port);
        return teams;
    }

    public FakeTeamsUser AddUser(string name, string? email = null)
    {
        var user = new FakeTeamsUser($"29:{Users.Count + 1:D8}", name, email);
        Users[user.Id] = user;
        return user;
    }

    /// <summary>Is told every activity as it comes.</summary>
    public Action<FakeTeamsActivity>? Added { get; set; }

    /// <summary>The limits that Teams insists on; null for none.</summary>
    public RateLimits? Limits { get; set; }

    /// <summary>Why the bot gets no token; null if it does.</summary>
    public string? TokenRefusal { get; set; }

    /// <summary>The settings by which the bot finds this tenant.</summary>
    public Dictionary<string, string> Settings(string connection = "main") => new(StringComparer.Ordinal)
    {
        [$"Teams:Connections:{connection}:AppId"] = AppId,
        [$"Teams:Connections:{connection}:TenantId"] = Tenant,
        [$"Teams:Connections:{connection}:ClientSecret"] = "fake-secret",
        [$"Teams:Connections:{connection}:Authority"] = Address.ToString().TrimEnd('/'),
        [$"Teams:Connections:{connection}:OpenIdMetadataUrl"] = $"{Address}v1/.well-known/openidconfiguration",
        [$"Teams:Connections:{connection}:AllowedServiceHosts:0"] = "127.0.0.1",
    };

    public static string DirectOf(string user) => $"a:{user}";

    public IReadOnlyList<FakeTeamsActivity> Read(string place)
    {
        lock (_gate)
        {
            return [.. Activities.Where(a => a.Conversation == place
                || a.Conversation.StartsWith(place + ";", StringComparison.Ordinal))];
        }
    }

    public IReadOnlyList<FakeTeamsActivity> All()
    {
        lock (_gate) return [.. Activities];
    }

    /// <summary>What was added after so many activities.</summary>
    public IReadOnlyList<FakeTeamsActivity> Since(int count)
    {
        lock (_gate) return Activities.GetRange(count, Activities.Count - count);
    }

    public FakeTeamsActivity? Find(string conversation, string id)
    {
        lock (_gate) return Activities.Find(a => a.Id == id && PlaceOf(a.Conversation) == PlaceOf(conversation));
    }

    /// <summary>Adds an activity; at the top level of a channel it begins a thread.</summary>
    public FakeTeamsActivity Add(string conversation, JsonObject body, bool fromBot)
    {
        lock (_gate)
        {
            _clock = Math.Max(_clock + 1, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
            var id = _clock.ToString(CultureInfo.InvariantCulture);
            var begins = conversation.StartsWith("19:", StringComparison.Ordinal) && !conversation.Contains(';');
            var activity = new FakeTeamsActivity
            {
                Conversation = begins ? $"{conversation};messageid={id}" : conversation,
                Id = id,
                FromBot = fromBot,
                Body = body,
            };
            Activities.Add(activity);
            Added?.Invoke(activity);
            return activity;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
    }

    private static string PlaceOf(string conversation) => conversation.Split(';')[0];
}

/// <summary>Somebody in the tenant.</summary>
public sealed record FakeTeamsUser(string Id, string Name, string? Email);
