namespace CopBot.Teams.Security;

/// <summary>
/// Where the bot's own tokens come from. Source:
/// https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
/// </summary>
internal abstract class TeamsTokens
{
    /// <summary>The kind that the settings ask for.</summary>
    public static TeamsTokens Of(TeamsConnectionOptions options) =>
        options.IsAnonymous ? new NoTokens()
        : options.ManagedIdentity ? new ManagedIdentityTokens(options)
        : new ClientCredentialTokens(options);

    /// <summary>A token for the Connector, cached by MSAL; null where none is needed.</summary>
    public abstract Task<string?> AcquireAsync(CancellationToken cancel);

    /// <summary>A local test client asks for none.</summary>
    private sealed class NoTokens : TeamsTokens
    {
        public override Task<string?> AcquireAsync(CancellationToken cancel) => Task.FromResult<string?>(null);
    }
}
