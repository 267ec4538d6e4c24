using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Digests;

/// <summary>
/// A draft goes out: once, in every bound place and to everybody who follows it, whoever else presses too.
/// </summary>
internal static class Posting
{
    public static readonly Phrase Already = new(
        "That digest was decided on before.", "Ce résumé a déjà fait l’objet d’une décision.");

    private static readonly Phrase Posted = new(
        "The digest is posted in {0} {0:place|places}.", "Le résumé est publié dans {0} {0:lieu|lieux}.");

    private static readonly Phrase Dropped = new("Nothing is posted.", "Rien n’est publié.");
    private static readonly Phrase Follow = new("Send it to me directly", "Me l’envoyer directement");

    /// <summary>A coordinator wants it posted.</summary>
    public static async Task<Outcome> PostAsync(Turn turn, Digest? digest, CancellationToken cancel)
    {
        if (digest is not { State: DigestState.Draft }) return Outcome.Of(turn.Tell(Already));
        return await OutAsync(turn, digest, turn.Me.Member.Id, cancel);
    }

    /// <summary>No coordinator decided in time.</summary>
    public static async Task<Outcome> ByItselfAsync(Turn turn, TimerIntent due, CancellationToken cancel)
    {
        var digest = await turn.Db.Digests.FirstOrDefaultAsync(d => d.Id == due.SubjectId, cancel);
        if (digest is not { State: DigestState.Draft }) return Outcome.Nothing;
        return await turn.Db.Digests.AnyAsync(
            d => d.CommunityId == digest.CommunityId && d.State == DigestState.Posted && d.To >= digest.To, cancel)
            ? await DropAsync(turn, digest, by: null, cancel)
            : await OutAsync(turn, digest, by: null, cancel);
    }

    /// <summary>A coordinator wants nothing posted.</summary>
    public static async Task<Outcome> DropAsync(Turn turn, Digest? digest, CancellationToken cancel) =>
        digest is { State: DigestState.Draft }
            ? (await DropAsync(turn, digest, turn.Me.Member.Id, cancel)).Say(turn.Tell(Dropped))
            : Outcome.Of(turn.Tell(Already));

    public static async Task<Digest?> FindAsync(Turn turn, string id, CancellationToken cancel) =>
        Guid.TryParseExact(id, "N", out var guid)
            ? await turn.Db.Digests.FirstOrDefaultAsync(
                d => d.Id == guid && d.CommunityId == turn.Community.Id, cancel)
            : null;

    /// <summary>The latest draft that whoever acts has seen, which words mean.</summary>
    public static Task<Digest?> LastAsync(Turn turn, CancellationToken cancel)
    {
        var me = turn.Me.Member.Id;
        return turn.Db.Digests.Where(d => d.CommunityId == turn.Community.Id && d.State == DigestState.Draft
                && (d.AskedById == null || d.AskedById == me))
            .OrderByDescending(d => d.To).FirstOrDefaultAsync(cancel);
    }

    private static async Task<Outcome> DropAsync(Turn turn, Digest digest, Guid? by, CancellationToken cancel)
    {
        Decide(turn, digest, DigestState.Dropped, by);
        return new Outcome().Send(await DraftCards.ShowAsync(turn, digest, cancel));
    }

    private static async Task<Outcome> OutAsync(Turn turn, Digest digest, Guid? by, CancellationToken cancel)
    {
        Decide(turn, digest, DigestState.Posted, by);
        var places = await turn.Db.Places
            .Where(p => p.CommunityId == turn.Community.Id && p.LeftAt == null && p.Kind != PlaceKind.Direct)
            .ToListAsync(cancel);
        var open = places.Where(p => (!p.SharedWithOutsiders || p.OutsidersAllowed)
            && turn.Platforms.Of(p.Connection) is not null && !turn.Lost.Contains(p.Connection)).ToList();
        var cards = new Dictionary<Language, Card>();
        var outcome = new Outcome();
        foreach (var place in open)
        {
            var language = turn.LanguageAt(place.Connection, place.PlaceId);
            if (!cards.TryGetValue(language, out var card))
            {
                card = await DigestCard.WriteAsync(turn, digest, language, cancel);
                card = card with
                {
                    Actions = [.. card.Actions, new CardAction("follow-digest", Follow.In(language), null, "follow digest")],
                };
                cards[language] = card;
            }

            outcome.Send(new Post(place.Ref, null, card, $"d:{digest.Id:N}:{place.Id:N}"));
        }

        // Nobody is told the same week twice.
        foreach (var older in await turn.Db.Digests.Where(d => d.CommunityId == digest.CommunityId
            && d.State == DigestState.Draft && d.To <= digest.To && d.Id != digest.Id).ToListAsync(cancel))
        {
            outcome.Absorb(await DropAsync(turn, older, by, cancel));
        }

        outcome.Send(await DraftCards.ShowAsync(turn, digest, cancel));
        if (by is not null) outcome.Say(turn.Tell(Posted, open.Count));
        return outcome.Wait(new After(DigestsFeature.ToReaders, digest.Id, turn.Now))
            .Raise(new DigestPosted(digest, by, open.Count));
    }

    private static void Decide(Turn turn, Digest digest, DigestState state, Guid? by)
    {
        digest.Touch();
        (digest.State, digest.DecidedAt, digest.DecidedById) = (state, turn.Now, by);
    }
}
