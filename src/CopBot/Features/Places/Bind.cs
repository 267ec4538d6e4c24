using CopBot.Domain.Events;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Places;

/// <summary>A coordinator binds a place to the community. The first one of a connection becomes its home.</summary>
internal static class Bind
{
    private static readonly Phrase NotHere = new(
        "A direct chat needs no binding; say it in a channel.", "Une conversation directe n’a pas besoin d’être liée ; dites-le dans un canal.");

    private static readonly Phrase Bound = new("This place belongs to {0} now.", "Ce lieu appartient désormais à {0}.");

    private static readonly Phrase Home = new(
        "This is the home place of {0} on this connection now.", "C’est désormais le lieu d’accueil de {0} sur cette connexion.");

    public static Outcome Handle(Turn turn, bool home)
    {
        if (turn.Scene is null or { IsDirect: true }) return Outcome.Of(turn.Tell(NotHere));
        var place = turn.Scene.Place;
        var outcome = new Outcome();
        if (place.CommunityId != turn.Community.Id)
        {
            place.CommunityId = turn.Community.Id;
            outcome.Raise(new PlaceBound(turn.Me.Member.Id, place));
        }

        place.LeftAt = null;
        var hasHome = turn.Db.Places.Any(p => p.Connection == place.Connection && p.IsHome && p.LeftAt == null);
        if (home || !hasHome) place.IsHome = true;
        return outcome.Say(turn.Tell(place.IsHome ? Home : Bound, turn.Community.Title));
    }

    public static async Task<Outcome> HomeAsync(Turn turn, CancellationToken cancel)
    {
        if (turn.Scene is null or { IsDirect: true }) return Outcome.Of(turn.Tell(NotHere));
        var here = turn.Scene.Place;
        var others = await turn.Db.Places
            .Where(p => p.Connection == here.Connection && p.IsHome && p.PlaceId != here.PlaceId).ToListAsync(cancel);
        foreach (var other in others) other.IsHome = false;
        return Handle(turn, home: true);
    }
}
