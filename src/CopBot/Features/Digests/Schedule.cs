using CopBot.Domain;
using Cronos;

namespace CopBot.Features.Digests;

/// <summary>When the next digest is drafted: by the community's cron expression, in its time zone.</summary>
internal static class Schedule
{
    /// <returns>Null if the schedule never comes again.</returns>
    public static DateTimeOffset? Next(Community community, DateTimeOffset now)
    {
        if (!CronExpression.TryParse(community.DigestSchedule, out var cron)) return null;
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(community.TimeZone, out var found) ? found : TimeZoneInfo.Utc;
        return cron.GetNextOccurrence(now, zone)?.ToUniversalTime();
    }
}
