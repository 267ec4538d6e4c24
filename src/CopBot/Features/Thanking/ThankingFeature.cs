using System.Text.RegularExpressions;
using CopBot.Pipeline;

namespace CopBot.Features.Thanking;

/// <summary>The asker says what helped, and whoever helped hears of it.</summary>
internal static partial class ThankingFeature
{
    public static Feature Declaration { get; } = new("Thanking")
    {
        Topic = HelpTopic.Asking,
        Verbs =
        [
            new Verb("helped", new("helped – say which answer helped", "aidé – dire quelle réponse a aidé"))
            {
                Aliases = ["this helped", "aidé", "cela m’a aidé"],
                Argument = Answer(),
                Handle = (turn, call, cancel) => HelpedByWords.HandleAsync(turn, call, helped: true, cancel),
            },
            new Verb("not helped", new("not helped – take that back", "pas aidé – revenir là-dessus"))
            {
                IsButton = true,
                Aliases = ["pas aidé"],
                Argument = Answer(),
                Handle = (turn, call, cancel) => HelpedByWords.HandleAsync(turn, call, helped: false, cancel),
            },
        ],
        Actions =
        [
            new ActionDeclaration("helped")
            {
                Handle = (turn, press, cancel) => Helped.ByIdAsync(turn, press.Argument, helped: true, cancel),
            },
            new ActionDeclaration("unhelped")
            {
                Handle = (turn, press, cancel) => Helped.ByIdAsync(turn, press.Argument, helped: false, cancel),
            },
        ],
        DigestSections = [ThanksInDigest.Section],
    };

    [GeneratedRegex(@"Q([0-9]{1,9})(?:\.([0-9]{1,4}))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 100)]
    internal static partial Regex Answer();
}
