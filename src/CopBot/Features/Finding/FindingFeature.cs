using System.Text.RegularExpressions;
using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;

namespace CopBot.Features.Finding;

/// <summary>What the community knows is found: when somebody looks for it, and when somebody asks.</summary>
internal static partial class FindingFeature
{
    public static Feature Declaration { get; } = new("Finding")
    {
        Topic = HelpTopic.Knowing,
        Verbs =
        [
            new Verb("find", new("find <words> – what the community knows", "chercher <mots> – ce que la communauté sait"))
            {
                Aliases = ["chercher"],
                Argument = Anything(),
                ArgumentRequired = true,
                Handle = Find.HandleAsync,
            },
            Said("this solves it", new("this solves it – what I showed you was enough", "cela résout ma question – ce que j’ai montré suffit"),
                "cela résout ma question", SuggestionOutcome.Solved),
            Said("not my case", new("not my case – show me something else", "pas mon cas – montrer autre chose"),
                "pas mon cas", SuggestionOutcome.NotMyCase),
            Said("ask the experts", new("ask the experts – whatever I showed you", "demander aux experts – quoi que j’aie montré"),
                "demander aux experts", SuggestionOutcome.ExpertsWanted),
        ],
        Actions =
        [
            Pressed("solves", SuggestionOutcome.Solved),
            Pressed("not-my-case", SuggestionOutcome.NotMyCase),
            Pressed("experts", SuggestionOutcome.ExpertsWanted),
        ],
        Search = SearchWhileWriting.FindAsync,
        Reactions = [Reaction.To<QuestionAsked>(InstantAnswer.HandleAsync)],
    };

    private static Verb Said(string name, Phrase help, string french, SuggestionOutcome decided) => new(name, help)
    {
        Aliases = [french],
        IsButton = true,
        Handle = (turn, _, cancel) => InstantAnswer.LastAsync(turn, decided, cancel),
    };

    private static ActionDeclaration Pressed(string id, SuggestionOutcome decided) => new(id)
    {
        Handle = (turn, press, cancel) => InstantAnswer.DecideAsync(turn, press, decided, cancel),
    };

    [GeneratedRegex(@"[:\s]*.+", RegexOptions.Singleline | RegexOptions.CultureInvariant, 100)]
    private static partial Regex Anything();
}
