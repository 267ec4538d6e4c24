using CopBot.Chat;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace CopBot.Teams.Security;

/// <summary>
/// Decides whether a request is the channel's: signature, issuer, audience, time, the key's endorsement of the channel,
/// and the service address that the token vouches for. Source:
/// https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
/// </summary>
internal sealed class TeamsTokenValidation
{
    /// <summary>The claim that says which address the bot may answer to.</summary>
    public const string ServiceUrlClaim = "serviceurl";

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private readonly ConfigurationManager<OpenIdConnectConfiguration> _keys;
    private readonly TeamsConnectionOptions _options;

    public TeamsTokenValidation(TeamsConnectionOptions options, HttpClient http)
    {
        _options = options;
        _keys = new ConfigurationManager<OpenIdConnectConfiguration>(
            options.OpenIdMetadataUrl,
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(http) { RequireHttps = options.IsReal })
        {
            AutomaticRefreshInterval = TimeSpan.FromHours(24),
            RefreshInterval = TimeSpan.FromSeconds(30),
        };
    }

    /// <summary>Checks the header of a request.</summary>
    /// <param name="authorization">The Authorization header.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The token, or why it is refused.</returns>
    public async Task<(JsonWebToken? Token, string? Refusal)> ValidateAsync(
        string? authorization, CancellationToken cancel)
    {
        const string scheme = "Bearer ";
        if (authorization is null || !authorization.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
        {
            return (null, "It carries no bearer token.");
        }

        var raw = authorization[scheme.Length..].Trim();
        var result = await CheckAsync(raw, cancel);
        if (!result.IsValid && result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            // The channel changes its keys: look once more before refusing.
            _keys.RequestRefresh();
            result = await CheckAsync(raw, cancel);
        }

        return result is { IsValid: true, SecurityToken: JsonWebToken token }
            ? (token, null)
            : (null, result.Exception?.GetType().Name ?? "The token is not valid.");
    }

    /// <summary>Checks what the activity says against what the token vouches for.</summary>
    /// <param name="token">The validated token; null on a connection that needs none.</param>
    /// <param name="activity">The activity.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Why it is refused; null if it fits.</returns>
    public async Task<string?> RefuseAsync(JsonWebToken? token, JsonElement activity, CancellationToken cancel)
    {
        var service = activity.Text("serviceUrl");
        if (token is not null && (!token.TryGetClaim(ServiceUrlClaim, out var vouched)
            || !string.Equals(vouched.Value, service, StringComparison.OrdinalIgnoreCase)))
        {
            return "The token does not vouch for the activity’s serviceUrl.";
        }

        if (!Uri.TryCreate(service, UriKind.Absolute, out var address) || !_options.AllowsService(address))
        {
            return "The activity’s serviceUrl is on no allowed host.";
        }

        if (token is not null && !await IsEndorsedAsync(token.Kid, activity.Text("channelId"), cancel))
        {
            return "The signing key is not endorsed for the activity’s channel.";
        }

        var tenant = activity.Text("channelData", "tenant", "id") ?? activity.Text("conversation", "tenantId");
        return _options.AllowsTenant(tenant) ? null : "The activity’s tenant is not allowed.";
    }

    private async Task<TokenValidationResult> CheckAsync(string token, CancellationToken cancel)
    {
        OpenIdConnectConfiguration configuration;
        try
        {
            configuration = await _keys.GetConfigurationAsync(cancel);
        }
        catch (InvalidOperationException failure)
        {
            return new TokenValidationResult { IsValid = false, Exception = failure };
        }

        return await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = _options.Issuer,
            ValidAudience = _options.AppId,
            IssuerSigningKeys = configuration.SigningKeys,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256,
                SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512],
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ClockSkew = Skew,
        });
    }

    /// <summary>
    /// Each key names the channels it signs for, in a field of the key document that token libraries pass over.
    /// </summary>
    private async Task<bool> IsEndorsedAsync(string? keyId, string? channel, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(channel)) return false;
        var configuration = await _keys.GetConfigurationAsync(cancel);
        var key = configuration.JsonWebKeySet?.Keys.FirstOrDefault(key => key.Kid == keyId);
        if (key is null || !key.AdditionalData.TryGetValue("endorsements", out var endorsements)) return false;
        var names = JsonSerializer.SerializeToElement(endorsements);
        return names.ValueKind == JsonValueKind.Array
            && names.EnumerateArray(
                ).Any(name => name.ValueKind == JsonValueKind.String && name.GetString() == channel);
    }
}
