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
    private static readonly CompiledQuery<Func<CopBotDbContext, IAsyncEnumerable<Owned>>> Connections =
        new(() => EF.CompileAsyncQuery((CopBotDbContext db) => db.Connections.LeftJoin(
            db.Communities, connection => connection.CommunityId, community => community.Id,
            (connection, community) => new Owned(connection, community))));

    /// <summary>Those with a language of their own, and one more.</summary>
    private static readonly CompiledQuery<Func<CopBotDbContext, string?, string?, IAsyncEnumerable<Place>>> Places =
        new(() => EF.CompileAsyncQuery((CopBotDbContext db, string? connection, string? id) => db.Places.Where(
            place => place.Language != null || (place.Connection == connection && place.PlaceId == id))));

    private readonly List<Owned> _connections;
    private readonly List<Place> _places;

    private Surroundings(List<Owned> connections, List<Place> places, PlaceRef? here)
    {
        (_connections, _places) = (connections, places);
        Here = here is null ? null : places.Find(place => place.Ref == here);
    }

    /// <summary>The place that was asked for; null if it is not known yet.</summary>
    public Place? Here { get; }

    public static async Task<Surroundings> ReadAsync(
        CopBotDbContext db, PlaceRef? here, CancellationToken cancel) => new(
        await Connections.On(db)(db).ToListAsync(cancel),
        await Places.On(db)(db, here?.Connection, here?.Id).ToListAsync(cancel),
        here);

    /// <summary>A connection and whose it is; null if there is none of that name.</summary>
    public (Connection Connection, Community Community)? Find(string name)
    {
        foreach (var (connection, community) in _connections.Where(owned => owned.Connection.Name == name))
        {
            return (connection, community ?? throw new InvalidOperationException($"The community of {name} is not there."));
        }

        return null;
    }

    /// <summary>The connections that the bot was uninstalled from.</summary>
    public HashSet<string> Lost() => _connections.Where(owned => owned.Connection.LostAt is not null)
        .Select(owned => owned.Connection.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>What is spoken in places that have a language of their own.</summary>
    public IReadOnlyDictionary<(string Connection, string Place), Language> Tongues() => _places
        .Where(place => place.Language is not null)
        .ToDictionary(place => (place.Connection, place.PlaceId), place => Languages.Of(place.Language));

    private sealed record Owned(Connection Connection, Community? Community);
}
