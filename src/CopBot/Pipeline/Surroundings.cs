using CopBot.Chat;
using CopBot.Domain;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Pipeline;

/// <summary>
/// What every turn reads of the connections and places, in two queries: over a network each takes as long as all the
/// rest of a short turn.
/// </summary>
internal sealed class Surroundings
{
    private readonly List<(Connection Connection, Community? Community)> _connections;
    private readonly List<Place> _places;

    private Surroundings(
        List<(Connection Connection, Community? Community)> connections, List<Place> places, PlaceRef? here)
    {
        (_connections, _places) = (connections, places);
        Here = here is null ? null : places.Find(place => place.Ref == here);
    }

    /// <summary>The place that was asked for; null if it is not known yet.</summary>
    public Place? Here { get; }

    public static async Task<Surroundings> ReadAsync(CopBotDbContext db, PlaceRef? here, CancellationToken cancel)
    {
        var connections = await db.Connections.LeftJoin(
            db.Communities, connection => connection.CommunityId, community => community.Id,
            (connection, community) => new { connection, community }).ToListAsync(cancel);
        var speaking = db.Places.Where(place => place.Language != null);
        var places = here is null
            ? speaking
            : db.Places.Where(
                place => place.Language != null || (place.Connection == here.Connection && place.PlaceId == here.Id));
        return new(
            [.. connections.Select(pair => (pair.connection, pair.community))], await places.ToListAsync(cancel), here);
    }

    /// <summary>A connection and whose it is; null if there is none of that name.</summary>
    public (Connection Connection, Community Community)? Find(string name)
    {
        foreach (var (connection, community) in _connections.Where(pair => pair.Connection.Name == name))
        {
            return (connection, community ?? throw new InvalidOperationException($"The community of {name} is not there."));
        }

        return null;
    }

    /// <summary>The connections that the bot was uninstalled from.</summary>
    public HashSet<string> Lost() => _connections.Where(pair => pair.Connection.LostAt is not null)
        .Select(pair => pair.Connection.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>What is spoken in places that have a language of their own.</summary>
    public IReadOnlyDictionary<(string Connection, string Place), Language> Tongues() => _places
        .Where(place => place.Language is not null)
        .ToDictionary(place => (place.Connection, place.PlaceId), place => Languages.Of(place.Language));
}
