using CopBot.Chat;

namespace CopBot.Pipeline;

/// <summary>All configured platforms and connections, by name.</summary>
internal sealed class Platforms
{
    private readonly Dictionary<string, IChatPlatform> _byScheme;

    public Platforms(IEnumerable<IChatPlatform> platforms)
    {
        _byScheme = platforms.ToDictionary(platform => platform.Scheme, StringComparer.Ordinal);
        Connections = _byScheme.Values.SelectMany(platform => platform.Connections)
            .ToDictionary(connection => connection.Name, StringComparer.Ordinal);
    }

    public IReadOnlyDictionary<string, ConnectionInfo> Connections { get; }

    /// <summary>The connection by which e-mail goes out; null if there is none.</summary>
    public string? Mail => _byScheme.Values.Where(platform => platform.Capabilities.WritesToAddresses)
        .SelectMany(platform => platform.Connections).FirstOrDefault()?.Name;

    /// <summary>The platform of a connection; null if it is not configured any more.</summary>
    public IChatPlatform? Of(string connection) =>
        Connections.ContainsKey(connection) ? _byScheme.GetValueOrDefault(connection.Split('/')[0]) : null;

    public Capabilities CapabilitiesOf(string connection) =>
        Of(connection)?.Capabilities ?? throw new InvalidOperationException($"{connection} is not configured.");
}
