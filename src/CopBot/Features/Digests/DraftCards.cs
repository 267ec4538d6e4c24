using CopBot.Chat;
using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Pipeline;

namespace CopBot.Features.Digests;

/// <summary>The draft as coordinators see it: one message each, which follows whatever becomes of it.</summary>
internal static class DraftCards
{
    private static readonly Phrase Offer = new(
        "This is the digest as a draft. Post it in every place of the community?",
        "Voici le résumé en projet. Le publier dans tous les lieux de la communauté ?");

    private static readonly Phrase Goes = new(
        "Unless a coordinator decides otherwise, it goes out by itself: ",
        "Sauf décision contraire d’un coordinateur, il part de lui-même : ");

    private static readonly Phrase Post = new("Post", "Publier");
    private static readonly Phrase Edit = new("Edit", "Modifier");
    private static readonly Phrase Drop = new("Drop", "Laisser tomber");

    /// <summary>Shows a draft, or what became of it, to those who had it.</summary>
    public static async Task<List<Effect>> ShowAsync(Turn turn, Digest digest, CancellationToken cancel)
    {
        var coordinators = (await Coordinating.OfAsync(turn, cancel))
            .Where(c => digest.AskedById is null || c.Id == digest.AskedById).ToList();
        var cards = new Dictionary<Language, Card>();
        var effects = new List<Effect>();
        foreach (var coordinator in coordinators)
        {
            var language = turn.LanguageOf(coordinator);
            if (!cards.TryGetValue(language, out var card))
            {
                cards[language] = card = await CardOfAsync(turn, digest, language, cancel);
            }

            effects.AddRange(Reach.Direct(turn, coordinator, _ => card, $"dd:{digest.Id:N}:{coordinator.Id:N}"));
        }

        return effects;
    }

    private static async Task<Card> CardOfAsync(
        Turn turn, Digest digest, Language language, CancellationToken cancel)
    {
        var card = await DigestCard.WriteAsync(turn, digest, language, cancel);
        var offer = Offer.In(language);
        List<Block> blocks = [new Paragraph(offer)];
        if (digest.PostsAt is { } at) blocks.Add(new Aside(new Text(new Plain(Goes.In(language)), new Moment(at))));
        return new Card($"{offer} {card.Summary}", [.. blocks, .. card.Blocks])
        {
            Actions =
            [
                new("post-digest", Post.In(language), $"{digest.Id:N}", "post digest") { Primary = true },
                new(Editing.FormId, Edit.In(language), $"{digest.Id:N}", "edit digest") { OpensForm = true },
                new("drop-digest", Drop.In(language), $"{digest.Id:N}", "drop digest"),
            ],
        };
    }
}
