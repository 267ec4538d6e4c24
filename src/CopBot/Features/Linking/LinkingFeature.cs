using System.Text.RegularExpressions;
using CopBot.Pipeline;

namespace CopBot.Features.Linking;

/// <summary>One-time codes: two accounts become one member; somebody becomes coordinator.</summary>
internal static partial class LinkingFeature
{
    public static Feature Declaration { get; } = new("Linking")
    {
        Verbs =
        [
            new Verb("link", new("link – make your accounts one member", "relier – réunir vos comptes en un seul membre"))
            {
                Aliases = ["relier"],
                Argument = Code(),
                Where = Where.Direct,
                Handle = (turn, call, cancel) => call.Argument.Length == 0
                    ? Task.FromResult(Link.Offer(turn))
                    : Link.RedeemAsync(turn, call.Argument, cancel),
            },
            new Verb("claim", new("claim <code> – become coordinator", "claim <code> – devenir coordinateur ou coordinatrice"))
            {
                Argument = Code(),
                ArgumentRequired = true,
                Where = Where.Direct,
                Handle = Claim.RedeemAsync,
            },
        ],
    };

    [GeneratedRegex(@"[0-9A-Za-z]{5}-?[0-9A-Za-z]{5}", RegexOptions.CultureInvariant, 100)]
    private static partial Regex Code();
}
