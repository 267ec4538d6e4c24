using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Places;

/// <summary>The bot was added or removed, or a whole connection is gone.</summary>
internal static class Presence
{
    private static readonly Phrase Hello = new(
        "Hello, I am CopBot of {0}. Here I stay silent until a coordinator says “bind”.",
        "Bonjour, je suis CopBot, de {0}. Je me tais ici tant qu’une personne coordinatrice n’a pas dit « bind ».");

    private static readonly Phrase Gone = new(
        "I was removed from {0}: {1}. Members there can’t reach me.",
        "J’ai été retiré de {0} : {1}. Les membres ne peuvent plus m’y joindre.");

    public static Task<Outcome> JoinedAsync(Turn turn, Joined joined, CancellationToken cancel)
    {
        var scene = turn.Scene!;
        scene.Place.LeftAt = null;
        return Task.FromResult(scene.IsDirect || scene.Place.CommunityId is not null
            ? Outcome.Nothing
            : new Outcome().Send(new Post(
                scene.Place.Ref, null, Card.Saying(Hello.In(turn.PlaceLanguage, turn.Community.Title)))));
    }

    public static Task<Outcome> LeftAsync(Turn turn, Left left, CancellationToken cancel)
    {
        turn.Scene!.Place.LeftAt = turn.Now;
        return Task.FromResult(Outcome.Nothing);
    }

    public static async Task<Outcome> LostAsync(Turn turn, Lost lost, CancellationToken cancel)
    {
        var name = lost.Happening.Connection;
        var connection = await turn.Db.Connections.FindAsync([name], cancel);
        if (connection is null or { LostAt: not null }) return Outcome.Nothing;
        connection.LostAt = turn.Now;
        var coordinators = await turn.Db.WholeMembers()
            .Where(m => m.CommunityId == turn.Community.Id && m.LeftAt == null
                && m.Roles.Any(r => r.Kind == RoleKind.Coordinator && r.To == null))
            .ToListAsync(cancel);
        var outcome = new Outcome();
        foreach (var coordinator in coordinators)
        {
            var elsewhere = coordinator.Identities.Find(i => i.Connection != name);
            if (elsewhere is null) continue;
            var card = Card.Saying(Gone.In(turn.LanguageOf(coordinator), name, lost.Happening.Reason));
            outcome.Send(new DirectMessage(elsewhere.Account, card));
        }

        return outcome;
    }
}
