using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Matching.Experts;
using CopBot.Pipeline;
using CopBot.Pipeline.Knowing;

namespace CopBot.Features.Offering;

/// <summary>Somebody asked everybody; the bot offers what it has, to that person alone.</summary>
internal static class OfferHelp
{
    /// <summary>
    /// So much of the question, rarer words counting more, an answer must share for its author to know.
    /// </summary>
    private const double Similar = 0.35;

    private static readonly TimeSpan Pause = TimeSpan.FromDays(7);

    private static readonly Phrase Knows = new(
        "The community knows something on what you just asked. Only you see this.",
        "La communauté connaît quelque chose sur ce que vous venez de demander. Vous seul voyez ceci.");

    private static readonly Phrase Others = new(
        "{0} {0:person|people} of the community {0:has|have} answered questions like yours or {0:says|say} that they know about it. Shall I ask? Only you see this.",
        "{0} {0:personne|personnes} de la communauté {0:a|ont} répondu à des questions semblables ou {0:dit|disent} connaître le sujet. Dois-je demander ? Vous seul voyez ceci.");

    private static readonly Phrase Ask = new("Ask the community", "Demander à la communauté");
    private static readonly Phrase Outdated = new("Outdated or wrong", "Dépassé ou faux");
    private static readonly Phrase Never = new("Never offer this", "Ne plus proposer");

    private static readonly Phrase Declined = new(
        "I offer nothing unasked any more; “offers on” takes that back.",
        "Je ne propose plus rien sans demande ; « propositions oui » pour revenir là-dessus.");

    private static readonly Phrase Accepted = new(
        "I tell you when I could help with what you ask everybody, once a week at most.",
        "Je vous dis quand je peux aider à ce que vous demandez à tout le monde, une fois par semaine au plus.");

    public static async Task<Outcome> HandleAsync(Turn turn, OverheardQuestion overheard, CancellationToken cancel)
    {
        var me = turn.Me.Member;
        if (!me.Reachable || me.DeclinesOffers || me.OfferedHelpAt > turn.Now - Pause) return Outcome.Nothing;
        var card = await OfferAsync(turn, overheard, cancel);
        if (card is null) return Outcome.Nothing;
        me.OfferedHelpAt = turn.Now;
        return Outcome.Of(turn.Tell(card));
    }

    public static Outcome Decline(Turn turn, bool declines)
    {
        turn.Me.Member.DeclinesOffers = declines;
        return Outcome.Of(turn.Tell(declines ? Declined : Accepted));
    }

    /// <summary>Null where there is nothing to offer.</summary>
    private static async Task<Card?> OfferAsync(Turn turn, OverheardQuestion overheard, CancellationToken cancel)
    {
        var (language, text) = (turn.Language, overheard.Text);
        var found =
            (await Knowledge.SearchAsync(turn, text, cancel, confidential: true)).FirstOrDefault(one => one.IsSure);
        if (found is not null)
        {
            var people = await turn.Db.PeopleAsync([found.AuthorId], cancel);
            return new($"{Knows.In(language)} {FoundCards.SummaryOf(found)}", [
                new Paragraph(Knows.In(language)), .. FoundCards.BlocksOf(found, people, language),
            ])
            {
                Actions = [.. ActionsOf(turn, overheard),
                    .. FoundCards.ActionsOf(turn, found, language, Outdated.In(language))],
            };
        }

        var experts = await ExpertsAsync(turn, text, cancel);
        return experts == 0
            ? null
            : Card.Saying(Others.In(language, experts)) with { Actions = [.. ActionsOf(turn, overheard)] };
    }

    private static IEnumerable<CardAction> ActionsOf(Turn turn, OverheardQuestion overheard) =>
    [
        new("draft-ask", Ask.In(turn.Language), $"{Drafts.Keep(turn, overheard.Message, overheard.Text).Id:N}", "ask …") { Primary = true },
        new("decline-offers", Never.In(turn.Language), "", "offers off"),
    ];

    private static async Task<int> ExpertsAsync(Turn turn, string text, CancellationToken cancel)
    {
        var asked = new AskedQuestion(text, Language: KnownTexts.LanguageOf(turn.Community, null, text));
        var found = await turn.Knowing.ExpertsAsync(turn.Db, turn.Community, asked, question: null, cancel);
        return found.Answers.Where(fit => fit.Coverage >= Similar).Select(fit => fit.MemberId)
            .Concat(found.Declared.Select(one => one.MemberId))
            .Where(id => id != turn.Me.Member.Id).Distinct().Count();
    }
}
