using System.Text.RegularExpressions;
using CopBot.Domain.Events;
using CopBot.Pipeline;

namespace CopBot.Features.Profile;

/// <summary>A member chooses the language in which the bot speaks to them.</summary>
internal static partial class ChangeLanguage
{
    private static readonly Phrase Chosen = new("From now on I speak English to you.", "Désormais, je vous parle en français.");

    private static readonly Phrase Which = new(
        "I speak English and French. Say “language en” or “language fr”.",
        "Je parle anglais et français. Dites « langue en » ou « langue fr ».");

    public static Task<Outcome> HandleAsync(Turn turn, VerbIntent call, CancellationToken cancel)
    {
        var words = call.Argument.TrimStart(':', ' ');
        if (words.Length == 0) return Task.FromResult(Outcome.Of(turn.Tell(Which)));
        return Task.FromResult(Choose(turn, words));
    }

    /// <summary>From now on; what is told about it is in the new language already.</summary>
    public static Outcome Choose(Turn turn, string words)
    {
        var me = turn.Me.Member;
        var tag = words.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? "fr" : "en";
        var changed = me.Language != tag;
        me.Language = tag;
        var outcome = Outcome.Of(turn.Tell(Chosen));
        return changed ? outcome.Raise(new ProfileChanged(me)) : outcome;
    }

    [GeneratedRegex(
        @"[:\s]*(english|en|anglais|french|fran[cç]ais|fr)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        100)]
    public static partial Regex Words();
}
