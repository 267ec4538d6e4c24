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

    private static bool IsDayOff(DateTime day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static DateTimeOffset ToUtc(DateTime local, TimeZoneInfo zone)
    {
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(30);
        return new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(local, zone), TimeSpan.Zero);
    }
}
