using Microsoft.Identity.Client;

namespace CopBot.Teams.Security;

/// <summary>
/// The bot's own tokens: client credentials in its own tenant, cached by MSAL. Source:
/// https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
/// </summary>
internal sealed class TeamsTokens
{
    private readonly IConfidentialClientApplication _client;
    private readonly string[] _scopes;

    public TeamsTokens(TeamsConnectionOptions options)
    {
        var authority = new UriBuilder($"{options.Authority}/{options.TenantId}") { Scheme = Uri.UriSchemeHttps };
        var builder = ConfidentialClientApplicationBuilder.Create(options.AppId)
            .WithClientSecret(options.ClientSecret)
            .WithAuthority(authority.Uri.ToString(), validateAuthority: false)
            .WithInstanceDiscovery(options.IsReal);
        if (!options.IsReal) builder = builder.WithHttpClientFactory(new LoopbackHttp());
        _client = builder.Build();
        _scopes = [options.Scope];
    }

    public async Task<string> AcquireAsync(CancellationToken cancel) =>
        (await _client.AcquireTokenForClient(_scopes).ExecuteAsync(cancel)).AccessToken;

    /// <summary>
    /// MSAL insists on https; a test's authority on loopback has none. Requests to loopback, and only those, go out
    /// as plain http.
    /// </summary>
#pragma warning disable CA1001 // Lives as long as the process.
    private sealed class LoopbackHttp : IMsalHttpClientFactory
#pragma warning restore CA1001
    {
        private readonly HttpClient _http = new(new Downgrade());

        public HttpClient GetHttpClient() => _http;

        private sealed class Downgrade() : DelegatingHandler(new SocketsHttpHandler())
        {
            protected override Task<HttpResponseMessage> SendAsync(
                HttpRequestMessage request, CancellationToken cancellationToken)
            {
                if (request.RequestUri is { IsLoopback: true } address)
                {
                    request.RequestUri = new UriBuilder(address) { Scheme = Uri.UriSchemeHttp }.Uri;
                }

                return base.SendAsync(request, cancellationToken);
            }
        }
    }
}
