using System.Globalization;
using System.Text.RegularExpressions;
using CopBot.Domain.Events;
using CopBot.Pipeline;

namespace CopBot.Features.Care;

/// <summary>How many questions may be put to a member in a week and still be open.</summary>
internal static partial class WeeklyCap
{
    private static readonly Phrase Set = new(
        "At most {0} open {0:question|questions} a week {0:comes|come} to you.",
        "Au plus {0} {0:question ouverte|questions ouvertes} par semaine vous {0:parvient|parviennent}.");

    public static Outcome Handle(Turn turn, string argument)
    {
        var me = turn.Me.Member;
        if (Words().Match(argument) is { Success: true } match)
        {
            me.WeeklyCap = int.Parse(match.Value, CultureInfo.InvariantCulture);
        }

        return Outcome.Of(turn.Tell(Set, me.WeeklyCap)).Raise(new ProfileChanged(me));
    }

    [GeneratedRegex(@"[0-9]{1,2}", RegexOptions.CultureInvariant, 100)]
    public static partial Regex Words();
}
