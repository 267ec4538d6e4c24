using System.Globalization;

namespace CopBot.Domain;

/// <summary>Counts in working time: Monday to Friday, eight hours from nine, in the community's time zone.</summary>
internal static class WorkingTime
{
    private const int Opens = 9;
    private const int Closes = 17;

    /// <summary>The moment when so many working hours have passed.</summary>
    /// <param name="from">From when, in UTC.</param>
    /// <param name="hours">How many working hours.</param>
    /// <param name="timeZone">IANA name; UTC if unknown.</param>
    public static DateTimeOffset After(DateTimeOffset from, double hours, string timeZone)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var found) ? found : TimeZoneInfo.Utc;
        var local = TimeZoneInfo.ConvertTime(from, zone).DateTime;
        while (true)
        {
            var opens = local.Date.AddHours(Opens);
            var closes = local.Date.AddHours(Closes);
            if (IsDayOff(local) || local >= closes)
            {
                local = local.Date.AddDays(1).AddHours(Opens);
                continue;
            }

            if (local < opens) local = opens;
            var left = (closes - local).TotalHours;
            if (hours <= left) return ToUtc(local.AddHours(hours), zone);
            hours -= left;
            local = closes;
        }
    }

    /// <summary>A minute of the day as a clock shows it.</summary>
    public static string Clock(int minute) =>
        string.Create(CultureInfo.InvariantCulture, $"{minute / 60:D2}:{minute % 60:D2}");

    /// <summary>A time by the clock of a time zone; UTC if unknown.</summary>
    public static DateTimeOffset In(DateTimeOffset time, string timeZone) => TimeZoneInfo.ConvertTime(
        time, TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone) ? zone : TimeZoneInfo.Utc);

    private static bool IsDayOff(DateTime day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static DateTimeOffset ToUtc(DateTime local, TimeZoneInfo zone)
    {
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(30);
        return new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(local, zone), TimeSpan.Zero);
    }
}
