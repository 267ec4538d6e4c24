using CopBot.Chat;
using CopBot.Teams.Connector;
using CopBot.Teams.Security;

namespace CopBot.Teams;

/// <summary>
/// One tenant at work: its settings, its tokens both ways, and which service serves its conversations.
/// </summary>
internal sealed class TeamsConnection(
    string name, TeamsConnectionOptions options, TeamsTokenValidation tokens, TeamsConnector connector,
    IPlatformMemory memory)
{
    private const string AnyService = "service";

    /// <summary>Full name, scheme first.</summary>
    public string FullName { get; } = $"{TeamsPlatform.PlatformScheme}/{name}";

    public string Name => name;

    public TeamsConnectionOptions Options => options;

    public TeamsTokenValidation Tokens => tokens;

    public TeamsConnector Connector => connector;

    /// <summary>
    /// Remembers who serves a conversation. Only called for addresses that a validated token vouched for: the bot's
    /// own token will be sent there.
    /// </summary>
    public async Task RememberServiceAsync(string conversation, string serviceUrl, CancellationToken cancel)
    {
        await memory.RememberAsync(FullName, $"{AnyService}:{conversation}", serviceUrl, cancel);
        await memory.RememberAsync(FullName, AnyService, serviceUrl, cancel);
    }

    /// <summary>
    /// Who serves a conversation; for a new one whoever served the latest. Null if nobody ever wrote.
    /// </summary>
    public async Task<Uri?> ServiceAsync(string? conversation, CancellationToken cancel)
    {
        var known = conversation is null
            ? null
            : await memory.RecallAsync(FullName, $"{AnyService}:{conversation}", cancel);
        known ??= await memory.RecallAsync(FullName, AnyService, cancel);
        return known is not null && Uri.TryCreate(known.TrimEnd('/') + "/", UriKind.Absolute, out var service)
            && options.AllowsService(service)
            ? service
            : null;
    }
}
