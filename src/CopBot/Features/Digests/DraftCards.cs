using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Digests;

/// <summary>The draft as coordinators see it: one message each, which follows whatever becomes of it.</summary>
internal static class DraftCards
{
    private static readonly Phrase Offer = new(
        "This is the digest as a draft. Post it in every place of the community?",
        "Voici le résumé en projet. Le publier dans tous les lieux de la communauté ?");

    private static readonly Phrase WasPosted = new("This digest is posted.", "Ce résumé est publié.");
    private static readonly Phrase WasDropped = new("This draft is dropped: nothing of it is posted.", "Ce projet est abandonné : rien n’en est publié.");
    private static readonly Phrase Goes = new(
        "Unless a coordinator decides otherwise, it goes out by itself: ",
        "Sauf décision contraire d’un coordinateur, il part de lui-même : ");

    private static readonly Phrase Head = new(
        "The log has {0} entries; the head of the last is {1}. Keep it: “log verify --expect-head” holds the log against it.",
        "Le journal a {0} entrées ; la tête de la dernière est {1}. Gardez-la : « log verify --expect-head » y confronte le journal.");

    private static readonly Phrase Post = new("Post", "Publier");
    private static readonly Phrase Edit = new("Edit", "Modifier");
    private static readonly Phrase Drop = new("Drop", "Laisser tomber");

    /// <summary>Shows a draft, or what became of it, to those who had it.</summary>
    public static async Task<List<Effect>> ShowAsync(Turn turn, Digest digest, CancellationToken cancel)
    {
        var coordinators = (await Coordinating.OfAsync(turn, cancel))
            .Where(c => digest.AskedById is null || c.Id == digest.AskedById).ToList();
        var last = await turn.Db.Log.AsNoTracking()
            .Where(entry => entry.CommunityId == turn.Community.Id && entry.Sequence != null)
            .OrderByDescending(entry => entry.Sequence).FirstOrDefaultAsync(cancel);
        var cards = new Dictionary<Language, Card>();
        var effects = new List<Effect>();
        foreach (var coordinator in coordinators)
        {
            var language = turn.LanguageOf(coordinator);
            if (!cards.TryGetValue(language, out var card))
            {
                cards[language] = card = await CardOfAsync(turn, digest, last, language, cancel);
            }

            effects.AddRange(Reach.Direct(turn, coordinator, _ => card, $"dd:{digest.Id:N}:{coordinator.Id:N}"));
        }

        return effects;
    }

    private static async Task<Card> CardOfAsync(
        Turn turn, Digest digest, ParticipationEvent? last, Language language, CancellationToken cancel)
    {
        var card = await DigestCard.WriteAsync(turn, digest, language, cancel);
        var offer = (digest.State switch
        {
            DigestState.Posted => WasPosted,
            DigestState.Dropped => WasDropped,
            _ => Offer,
        }).In(language);
        if (digest.State == DigestState.Dropped) return Card.Saying(offer);
        List<Block> blocks = [new Paragraph(offer)];
        if (digest is { State: DigestState.Draft, PostsAt: { } at })
        {
            blocks.Add(new Aside(new Text(new Plain(Goes.In(language)), new Moment(at))));
        }

        blocks.AddRange(card.Blocks);
        if (last?.Hash is { } hash)
        {
            blocks.Add(new Aside(Head.In(language, last.Sequence, Convert.ToHexStringLower(hash))));
        }

        return new Card($"{offer} {card.Summary}", blocks)
        {
            Actions = digest.State != DigestState.Draft ? [] :
            [
                new("post-digest", Post.In(language), $"{digest.Id:N}", "post digest") { Primary = true },
                new(Editing.FormId, Edit.In(language), $"{digest.Id:N}", "edit digest") { OpensForm = true },
                new("drop-digest", Drop.In(language), $"{digest.Id:N}", "drop digest"),
            ],
        };
    }
}
