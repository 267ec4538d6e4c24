using Microsoft.Identity.Client;

namespace CopBot.Teams.Security;

/// <summary>
/// MSAL insists on https; a test's authority on loopback has none. Requests to loopback, and only those, go out as
/// plain http.
/// </summary>
#pragma warning disable CA1001 // Lives as long as the process.
internal sealed class LoopbackHttp : IMsalHttpClientFactory
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
