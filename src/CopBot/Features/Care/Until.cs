using System.Globalization;
using System.Text.RegularExpressions;

namespace CopBot.Features.Care;

/// <summary>
/// Reads until when: a weekday, tomorrow, a date (<c>2026-12-01</c>), or so many days or weeks. The day itself is the
/// first one back.
/// </summary>
internal static partial class Until
{
    private static readonly string[] Days =
    [
        "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
        "dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi",
    ];

    /// <summary>The start of that day in a time zone, in UTC; null if it can't be read or is not ahead.</summary>
    public static DateTimeOffset? Read(string words, DateTimeOffset now, string timeZone)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var found) ? found : TimeZoneInfo.Utc;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var match = Words().Match(words);
        if (!match.Success || DayOf(match, today) is not { } day || day <= today) return null;
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight)) midnight = midnight.AddMinutes(30);
        return new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(midnight, zone), TimeSpan.Zero);
    }

    [GeneratedRegex(
        @"^(?:until|till|for|jusqu[’']?(?:au|à)?|pendant|pour)?\s*"
        + @"(?:(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})|(?<number>[0-9]{1,3})\s*(?<unit>days?|weeks?|jours?|semaines?)"
        + @"|(?<day>sunday|monday|tuesday|wednesday|thursday|friday|saturday|dimanche|lundi|mardi|mercredi|jeudi|vendredi"
        + @"|samedi|tomorrow|demain))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        100)]
    public static partial Regex Words();

    private static DateOnly? DayOf(Match match, DateOnly today)
    {
        if (match.Groups["date"] is { Success: true } date)
        {
            return DateOnly.TryParseExact(
                date.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact)
                ? exact
                : null;
        }

        if (match.Groups["number"] is { Success: true } number)
        {
            var count = int.Parse(number.Value, CultureInfo.InvariantCulture);
            var isWeek = match.Groups["unit"].Value[0] is 'w' or 'W' or 's' or 'S';
            return today.AddDays(isWeek ? count * 7 : count);
        }

        var word = match.Groups["day"].Value.ToLowerInvariant();
        if (word is "tomorrow" or "demain") return today.AddDays(1);
        var ahead = ((Array.IndexOf(Days, word) % 7) - (int)today.DayOfWeek + 7) % 7;
        return today.AddDays(ahead == 0 ? 7 : ahead);
    }
}
