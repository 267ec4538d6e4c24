using CopBot.Chat.Cards;
using CopBot.Domain;
using CopBot.Pipeline;

namespace CopBot.Features.Helping;

/// <summary>What one can say here.</summary>
internal static class HelpingFeature
{
    private static readonly Phrase Title = new("What you can say to me", "Ce que vous pouvez me dire");
    private static readonly Phrase Just = new(
        "Just ask: whatever is not one of these is a question to {0}.",
        "Demandez simplement : tout le reste est une question à {0}.");

    public static Feature Declaration { get; } = new("Helping")
    {
        Verbs =
        [
            new Verb("help", new("help – this list", "aide – cette liste"))
            {
                Aliases = ["aide", "?"],
                Where = Where.Anywhere,
                Handle = (turn, _, _) => Task.FromResult(Outcome.Of(turn.Tell(Card(turn)))),
            },
        ],
    };

    private static Card Card(Turn turn)
    {
        var language = turn.Language;
        var direct = turn.Scene is null or { IsDirect: true };
        var coordinator = turn.Me.Member.Is(RoleKind.Coordinator, turn.Now);
        var lines = FeatureCatalog.All.SelectMany(feature => feature.Verbs)
            .Where(verb => verb.Who != Who.Coordinator || coordinator)
            .Where(verb => verb.Where != Where.Direct || direct)
            .Select(verb => verb.Help.In(language));
        var list = string.Join('\n', lines.Select(line => $"• {line}"));
        var just = Just.In(language, turn.Community.Title);
        return new Card($"{just}\n{list}", new Heading(Title.In(language)), new Paragraph(just), new Paragraph(list));
    }
}
