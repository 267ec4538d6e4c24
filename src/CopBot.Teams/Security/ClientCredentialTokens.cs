using Microsoft.Identity.Client;

namespace CopBot.Teams.Security;

/// <summary>Client credentials in the bot's own tenant: a secret or a certificate.</summary>
internal sealed class ClientCredentialTokens : TeamsTokens
{
    private readonly IConfidentialClientApplication _client;
    private readonly string[] _scopes;

    public ClientCredentialTokens(TeamsConnectionOptions options)
    {
        var authority = new UriBuilder($"{options.Authority}/{options.TenantId}") { Scheme = Uri.UriSchemeHttps };
        var builder = ConfidentialClientApplicationBuilder.Create(options.AppId)
            .WithAuthority(authority.Uri.ToString(), validateAuthority: false)
            .WithInstanceDiscovery(options.IsReal);
        builder = options.CertificatePath is { } path
            ? builder.WithCertificate(TeamsCertificate.Load(path, options.CertificatePassword))
            : builder.WithClientSecret(options.ClientSecret);
        if (!options.IsReal) builder = builder.WithHttpClientFactory(new LoopbackHttp());
        _client = builder.Build();
        _scopes = [options.Scope];
    }

    public override async Task<string?> AcquireAsync(CancellationToken cancel) =>
        (await _client.AcquireTokenForClient(_scopes).ExecuteAsync(cancel)).AccessToken;
}
