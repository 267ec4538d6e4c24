namespace CopBot.Teams;

/// <summary>One Teams tenant: <c>Teams:Connections:&lt;name&gt;</c>.</summary>
public sealed class TeamsConnectionOptions
{
    /// <summary>The bot's app id, a GUID.</summary>
    public string AppId { get; set; } = "";

    /// <summary>The tenant the bot is registered in: tokens are acquired there (single tenant).</summary>
    public string TenantId { get; set; } = "";

    /// <summary>The app's secret. One of secret, certificate and managed identity is needed.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>The file of the app's certificate with its private key: PFX, or PEM.</summary>
    public string? CertificatePath { get; set; }

    /// <summary>The password of a PFX file; null if it has none.</summary>
    public string? CertificatePassword { get; set; }

    /// <summary>
    /// True if the bot is registered with a user-assigned managed identity, whose client id is AppId.
    /// </summary>
    public bool ManagedIdentity { get; set; }

    /// <summary>Tenants whose people may use the bot; empty for its own only.</summary>
    public IList<string> AllowedTenants { get; set; } = [];

    /// <summary>Hosts that the bot's token may be sent to; empty for Microsoft's own.</summary>
    public IList<string> AllowedServiceHosts { get; set; } = [];

    /// <summary>Where the channel's signing keys are described.</summary>
    public string OpenIdMetadataUrl { get; set; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>Where tokens are acquired.</summary>
    public string Authority { get; set; } = "https://login.microsoftonline.com";

    /// <summary>Who issues the channel's tokens; another in other clouds.</summary>
    public string Issuer { get; set; } = "https://api.botframework.com";

    /// <summary>What the bot's own tokens are for; another in other clouds.</summary>
    public string Scope { get; set; } = "https://api.botframework.com/.default";

    /// <summary>The community this tenant serves; empty for the only one.</summary>
    public string? Community { get; set; }

    /// <summary>Domains whose e-mail addresses link accounts; empty for none.</summary>
    public IList<string> TrustedEmailDomains { get; set; } = [];

    /// <summary>
    /// Whether Teams' published limits are kept before Teams has to say so; on real connections always.
    /// </summary>
    public bool Pace { get; set; }

    /// <summary>
    /// How many times faster than published, for tests; a real connection keeps to what is published.
    /// </summary>
    public double PaceTimes { get; set; } = 1;

    internal bool Paced => IsReal || Pace;

    internal double PaceSpeed => IsReal ? 1 : PaceTimes;

    internal static string[] MicrosoftHosts { get; } =
    [
        "smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com", "smba.infra.gov.teams.microsoft.us",
        "smba.infra.dod.teams.microsoft.us",
    ];

    /// <summary>
    /// Without any credentials, for a test client on this very machine. No setting makes a connection so: the host
    /// does, in Development, where nothing real is configured.
    /// </summary>
    internal bool IsAnonymous { get; private init; }

    internal bool IsReal => !new Uri(Authority).IsLoopback;

    /// <summary>The connection for a test client on this very machine.</summary>
    /// <param name="community">The community it serves.</param>
    public static TeamsConnectionOptions LocalClient(string community) => new()
    {
        AppId = "local",
        IsAnonymous = true,
        Authority = "http://127.0.0.1",
        AllowedServiceHosts = ["127.0.0.1", "localhost"],
        Community = community,
    };

    internal bool AllowsTenant(string? tenant) => IsAnonymous || (tenant is not null
        && (AllowedTenants.Count == 0 ? [TenantId] : AllowedTenants).Contains(
            tenant, StringComparer.OrdinalIgnoreCase));

    internal bool AllowsService(Uri service) =>
        (service.Scheme == Uri.UriSchemeHttps || (service.IsLoopback && !IsReal))
        && (AllowedServiceHosts.Count == 0 ? MicrosoftHosts : AllowedServiceHosts)
            .Contains(service.Host, StringComparer.OrdinalIgnoreCase);
}
