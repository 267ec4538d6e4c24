using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Digests;

/// <summary>A draft goes to the coordinators: by schedule to all of them, on request to whoever asked.</summary>
internal static class Drafting
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private static readonly Phrase Offer = new(
        "This is the digest as a draft. Post it in every place of the community?",
        "Voici le résumé en projet. Le publier dans tous les lieux de la communauté ?");

    private static readonly Phrase Post = new("Post", "Publier");
    private static readonly Phrase Drop = new("Drop", "Laisser tomber");

    public static async Task<Outcome> OnRequestAsync(Turn turn, CancellationToken cancel)
    {
        var digest = await NewAsync(turn, cancel);
        var card = await CardOfAsync(turn, digest, turn.Language, cancel);
        return new Outcome().Send(Reach.Direct(turn, turn.Me.Member, _ => card));
    }

    /// <summary>The schedule's time is there; the next one is planned at once.</summary>
    public static async Task<Outcome> OnScheduleAsync(Turn turn, CancellationToken cancel)
    {
        var outcome = new Outcome();
        if (Schedule.Next(turn.Community, turn.Now) is { } next)
        {
            outcome.Wait(new After(DigestsFeature.Timer, turn.Community.Id, next));
        }

        var coordinators = await Coordinating.OfAsync(turn, cancel);
        if (coordinators.Count == 0) return outcome;
        var digest = await NewAsync(turn, cancel);
        foreach (var coordinator in coordinators)
        {
            var card = await CardOfAsync(turn, digest, turn.LanguageOf(coordinator), cancel);
            outcome.Send(Reach.Direct(turn, coordinator, _ => card));
        }

        return outcome;
    }

    /// <summary>From the end of the last one that was posted; at most four weeks, at least one.</summary>
    private static async Task<Digest> NewAsync(Turn turn, CancellationToken cancel)
    {
        var last = await turn.Db.Digests
            .Where(d => d.CommunityId == turn.Community.Id && d.State == DigestState.Posted)
            .OrderByDescending(d => d.To).Select(d => (DateTimeOffset?)d.To).FirstOrDefaultAsync(cancel);
        var earliest = turn.Now - (Week * 4);
        var from = last is { } end && end > earliest ? Min(end, turn.Now - Week) : turn.Now - Week;
        var digest = new Digest
        {
            Id = turn.NewId(), CommunityId = turn.Community.Id, From = from, To = turn.Now,
        };
        turn.Db.Digests.Add(digest);
        return digest;
    }

    private static async Task<Card> CardOfAsync(
        Turn turn, Digest digest, Language language, CancellationToken cancel)
    {
        var card = await DigestCard.WriteAsync(turn, new(digest.From, digest.To), language, cancel);
        var offer = Offer.In(language);
        return new Card($"{offer} {card.Summary}", [new Paragraph(offer), .. card.Blocks])
        {
            Actions =
            [
                new("post-digest", Post.In(language), $"{digest.Id:N}", "post digest") { Primary = true },
                new("drop-digest", Drop.In(language), $"{digest.Id:N}", "drop digest"),
            ],
        };
    }

    private static DateTimeOffset Min(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
