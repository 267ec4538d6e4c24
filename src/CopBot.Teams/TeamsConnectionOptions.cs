namespace CopBot.Teams;

/// <summary>One Teams tenant: <c>Teams:Connections:&lt;name&gt;</c>.</summary>
public sealed class TeamsConnectionOptions
{
    /// <summary>The bot's app id, a GUID.</summary>
    public string AppId { get; set; } = "";

    /// <summary>The tenant the bot is registered in: tokens are acquired there (single tenant).</summary>
    public string TenantId { get; set; } = "";

    /// <summary>The app's secret.</summary>
    public string ClientSecret { get; set; } = "";

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

    internal static string[] MicrosoftHosts { get; } =
    [
        "smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com", "smba.infra.gov.teams.microsoft.us",
        "smba.infra.dod.teams.microsoft.us",
    ];

    internal bool IsReal => !new Uri(Authority).IsLoopback;

    internal bool AllowsTenant(string? tenant) => tenant is not null
        && (AllowedTenants.Count == 0 ? [TenantId] : AllowedTenants).Contains(tenant, StringComparer.OrdinalIgnoreCase);

    internal bool AllowsService(Uri service) =>
        (service.Scheme == Uri.UriSchemeHttps || (service.IsLoopback && !IsReal))
        && (AllowedServiceHosts.Count == 0 ? MicrosoftHosts : AllowedServiceHosts)
            .Contains(service.Host, StringComparer.OrdinalIgnoreCase);
}
