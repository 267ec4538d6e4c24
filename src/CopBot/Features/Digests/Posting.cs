using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Digests;

/// <summary>A coordinator posts the draft: once, in every bound place, whoever else presses too.</summary>
internal static class Posting
{
    private static readonly Phrase Posted = new(
        "The digest is posted in {0} {0:place|places}.", "Le résumé est publié dans {0} {0:lieu|lieux}.");

    private static readonly Phrase Already = new(
        "That digest was decided on before.", "Ce résumé a déjà fait l’objet d’une décision.");

    private static readonly Phrase Dropped = new("Nothing is posted.", "Rien n’est publié.");

    public static async Task<Outcome> PostAsync(Turn turn, Digest? digest, CancellationToken cancel)
    {
        if (digest is not { State: DigestState.Draft }) return Outcome.Of(turn.Tell(Already));
        Decide(turn, digest, DigestState.Posted);
        var places = await turn.Db.Places
            .Where(p => p.CommunityId == turn.Community.Id && p.LeftAt == null && p.Kind != PlaceKind.Direct)
            .ToListAsync(cancel);
        var open = places.Where(p => (!p.SharedWithOutsiders || p.OutsidersAllowed)
            && turn.Platforms.Of(p.Connection) is not null && !turn.Lost.Contains(p.Connection)).ToList();
        var cards = new Dictionary<Language, Card>();
        var outcome = Outcome.Of(turn.Tell(Posted, open.Count));
        foreach (var place in open)
        {
            var language = turn.LanguageAt(place.Connection, place.PlaceId);
            if (!cards.TryGetValue(language, out var card))
            {
                card = await DigestCard.WriteAsync(turn, new(digest.From, digest.To), language, cancel);
                cards[language] = card;
            }

            outcome.Send(new Post(place.Ref, null, card, $"d:{digest.Id:N}:{place.Id:N}"));
        }

        return outcome.Raise(new DigestPosted(digest, turn.Me.Member.Id, open.Count));
    }

    public static Outcome Drop(Turn turn, Digest? digest)
    {
        if (digest is not { State: DigestState.Draft }) return Outcome.Of(turn.Tell(Already));
        Decide(turn, digest, DigestState.Dropped);
        return Outcome.Of(turn.Tell(Dropped));
    }

    public static async Task<Digest?> FindAsync(Turn turn, string id, CancellationToken cancel) =>
        Guid.TryParseExact(id, "N", out var guid)
            ? await turn.Db.Digests.FirstOrDefaultAsync(
                d => d.Id == guid && d.CommunityId == turn.Community.Id, cancel)
            : null;

    /// <summary>The latest draft, which words mean.</summary>
    public static Task<Digest?> LastAsync(Turn turn, CancellationToken cancel) => turn.Db.Digests
        .Where(d => d.CommunityId == turn.Community.Id && d.State == DigestState.Draft)
        .OrderByDescending(d => d.To).FirstOrDefaultAsync(cancel);

    private static void Decide(Turn turn, Digest digest, DigestState state)
    {
        digest.Touch();
        (digest.State, digest.DecidedAt, digest.DecidedById) = (state, turn.Now, turn.Me.Member.Id);
    }
}
