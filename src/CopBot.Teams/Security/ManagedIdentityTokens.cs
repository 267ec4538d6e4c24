using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace CopBot.Teams.Security;

/// <summary>
/// The user-assigned managed identity whose client id is the bot's app id: nothing secret to keep. Source:
/// https://learn.microsoft.com/entra/msal/dotnet/advanced/managed-identity
/// </summary>
internal sealed class ManagedIdentityTokens(TeamsConnectionOptions options) : TeamsTokens
{
    private readonly IManagedIdentityApplication _identity = ManagedIdentityApplicationBuilder
        .Create(ManagedIdentityId.WithUserAssignedClientId(options.AppId)).Build();

    private readonly string _resource = options.Scope.Replace("/.default", "", StringComparison.Ordinal);

    public override async Task<string?> AcquireAsync(CancellationToken cancel) =>
        (await _identity.AcquireTokenForManagedIdentity(_resource).ExecuteAsync(cancel)).AccessToken;
}
