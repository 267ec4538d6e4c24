using System.Text.RegularExpressions;
using CopBot.Pipeline;

namespace CopBot.Features.Glossary;

/// <summary>What the community calls things, in each of its languages.</summary>
internal static partial class GlossaryFeature
{
    public static Feature Declaration { get; } = new("Glossary")
    {
        Topic = HelpTopic.Knowing,
        Verbs =
        [
            new Verb("glossary", new("glossary – the community’s own terms", "glossaire – les termes de la communauté"))
            {
                Aliases = ["glossaire"],
                Handle = Terms.ListAsync,
            },
            new Verb("term", new(
                "term en: cash ceiling = fr: plafond de trésorerie – these mean the same, and find the same",
                "terme en: cash ceiling = fr: plafond de trésorerie – ces termes veulent dire la même chose"))
            {
                Aliases = ["terme"],
                Who = Who.Coordinator,
                Argument = Equation(),
                ArgumentRequired = true,
                Handle = Terms.DefineAsync,
            },
            new Verb("forget term", new("forget term cash ceiling – with all its forms", "oublier le terme cash ceiling – avec toutes ses formes"))
            {
                Aliases = ["oublier le terme"],
                Who = Who.Coordinator,
                Argument = Words(),
                ArgumentRequired = true,
                Handle = Terms.ForgetAsync,
            },
        ],
    };

    [GeneratedRegex(@"[:\s]*[a-z]{2}:[^=]{1,120}(=\s*[a-z]{2}:[^=]{1,120}){1,9}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 100)]
    private static partial Regex Equation();

    [GeneratedRegex(@"[:\s]*\S.{0,119}", RegexOptions.CultureInvariant, 100)]
    private static partial Regex Words();
}
