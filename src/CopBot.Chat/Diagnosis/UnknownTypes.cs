namespace CopBot.Chat.Diagnosis;

/// <summary>
/// The types of events that an adapter does not know, each told once. Whoever sends chooses their names: only so many
/// are remembered, and no more than the beginning of a long one.
/// </summary>
public sealed class UnknownTypes
{
    /// <summary>So many types are told; no platform has as many.</summary>
    public const int Most = 100;

    private const int LongestName = 80;

    private readonly Lock _gate = new();
    private readonly HashSet<(string Connection, string Type)> _told = [];

    /// <summary>Whether a type is to be told now.</summary>
    /// <param name="connection">The connection's full name.</param>
    /// <param name="type">As the platform calls it.</param>
    /// <returns>What to call it; null if it was told before, or so many others were.</returns>
    public string? ToTell(string connection, string type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var name = type.Length > LongestName ? $"{type[..LongestName]}…" : type;
        lock (_gate) return _told.Count < Most && _told.Add((connection, name)) ? name : null;
    }
}
