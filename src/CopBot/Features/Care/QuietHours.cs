using System.Globalization;
using System.Text.RegularExpressions;
using CopBot.Domain;
using CopBot.Domain.Events;
using CopBot.Pipeline;

namespace CopBot.Features.Care;

/// <summary>Hours in which nothing is put to a member, by the clock of the community.</summary>
internal static partial class QuietHours
{
    private static readonly Phrase Set = new(
        "From {0} to {1} ({2}) no question comes to you.", "De {0} à {1} ({2}), aucune question ne vous parvient.");

    private static readonly Phrase Off = new("You have no quiet hours now.", "Vous n’avez plus d’heures de silence.");

    private static readonly Phrase Unread = new(
        "Say it like “quiet 18:00-08:00”, or “quiet off”.", "Dites par exemple « silence 18:00-08:00 », ou « silence fin ».");

    /// <summary>Whether hours can be read and are a stretch of time.</summary>
    public static bool IsReadable(string argument)
    {
        var match = Words().Match(argument);
        return match.Success && (match.Groups["off"].Success
            || (Minute(match, "from") is { } from && Minute(match, "to") is { } to && from != to));
    }

    public static Outcome Handle(Turn turn, string argument)
    {
        var me = turn.Me.Member;
        var match = Words().Match(argument);
        if (!match.Success) return Outcome.Of(turn.Tell(Unread));
        if (match.Groups["off"].Success)
        {
            (me.QuietFrom, me.QuietTo) = (null, null);
            return Outcome.Of(turn.Tell(Off)).Raise(new ProfileChanged(me));
        }

        var (from, to) = (Minute(match, "from"), Minute(match, "to"));
        if (from is null || to is null || from == to) return Outcome.Of(turn.Tell(Unread));
        (me.QuietFrom, me.QuietTo) = (from, to);
        var (begins, ends) = (WorkingTime.Clock(from.Value), WorkingTime.Clock(to.Value));
        return Outcome.Of(turn.Tell(Set, begins, ends, turn.Community.TimeZone))
            .Raise(new ProfileChanged(me));
    }

    [GeneratedRegex(
        @"(?<off>off|none|fin|non)|(?<from>[0-9]{1,2})(?:[:h](?<fromMinute>[0-9]{2}))?h?\s*(?:-|–|to|à)\s*"
        + @"(?<to>[0-9]{1,2})(?:[:h](?<toMinute>[0-9]{2}))?h?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        100)]
    public static partial Regex Words();

    private static int? Minute(Match match, string name)
    {
        var hour = int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);
        var minute = match.Groups[$"{name}Minute"] is { Success: true } group
            ? int.Parse(group.Value, CultureInfo.InvariantCulture)
            : 0;
        return hour <= 24 && minute < 60 ? ((hour % 24) * 60) + minute : null;
    }
}
