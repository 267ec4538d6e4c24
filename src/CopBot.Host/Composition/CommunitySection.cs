using CopBot.Domain;
using CopBot.Pipeline;

namespace CopBot.Host.Composition;

/// <summary>Reads <c>Communities:*</c>.</summary>
internal static class CommunitySection
{
    private const string Default = "community";

    public static Dictionary<string, CommunityOptions> Read(IConfiguration configuration, List<string> faults)
    {
        var communities = new Dictionary<string, CommunityOptions>(StringComparer.OrdinalIgnoreCase);
        foreach (var section in configuration.GetSection("Communities").GetChildren())
        {
            communities[section.Key] = ReadOne(section, faults);
        }

        var names = communities.Comparer;
        var odd = communities.Where(pair => pair.Value.Sister is { } sister
            && (!communities.ContainsKey(sister) || names.Equals(sister, pair.Key)));
        foreach (var (name, options) in odd)
        {
            faults.Add($"Communities:{name}:Sister is “{options.Sister}”, which is no other community of these settings.");
        }

        if (communities.Count == 0) communities[Default] = new CommunityOptions();
        return communities;
    }

    private static CommunityOptions ReadOne(IConfigurationSection section, List<string> faults)
    {
        var options = new CommunityOptions
        {
            Title = section["Title"] ?? section.Key,
            Languages = section.GetSection("Languages").Get<string[]>() ?? [],
            TimeZone = section["TimeZone"] ?? "UTC",
            Coordinators = section.GetSection("Coordinators").Get<string[]>() ?? [],
            Sister = section["Sister"] is { Length: > 0 } sister ? sister : null,
        };
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _))
        {
            faults.Add($"{section.Path}:TimeZone is “{options.TimeZone}”, which is no time zone. Use a name such as Africa/Accra.");
        }

        foreach (var language in options.Languages.Where(language => language is not ("en" or "fr")))
        {
            faults.Add($"{section.Path}:Languages has “{language}”, which the bot does not speak. Use en and fr.");
        }

        if (section["Mirror"] is { } mirror)
        {
            if (Enum.TryParse<Mirror>(mirror, ignoreCase: true, out var parsed)) options.Mirror = parsed;
            else faults.Add($"{section.Path}:Mirror is “{mirror}”. Use Asked, Escalated or Always.");
        }

        if (section["InstantAnswers"] is { } instant)
        {
            if (bool.TryParse(instant, out var parsed)) options.InstantAnswers = parsed;
            else faults.Add($"{section.Path}:InstantAnswers is “{instant}”. Use true or false.");
        }

        if (section["DigestSchedule"] is { } schedule)
        {
            if (Cronos.CronExpression.TryParse(schedule, out _)) options.DigestSchedule = schedule;
            else faults.Add($"{section.Path}:DigestSchedule is “{schedule}”. Use five cron fields, such as 0 9 * * 1 for Mondays at nine.");
        }

        if (section["DigestPostsAfter"] is { } wait)
        {
            if (int.TryParse(wait, out var parsed) && parsed is >= 0 and <= 144) options.DigestPostsAfterHours = parsed;
            else faults.Add($"{section.Path}:DigestPostsAfter is “{wait}”. Use hours from 1 to 144, or 0 if each digest waits for a coordinator.");
        }

        if (section["ForgetAfterMonths"] is { } months)
        {
            if (int.TryParse(months, out var parsed) && parsed is >= 0 and <= 240) options.ForgetAfterMonths = parsed;
            else faults.Add($"{section.Path}:ForgetAfterMonths is “{months}”. Use months from 1 to 240, or 0 to keep members who left.");
        }

        if (section["FollowUpAfter"] is { } days)
        {
            if (int.TryParse(days, out var parsed) && parsed is > 0 and <= 365) options.FollowUpAfterDays = parsed;
            else faults.Add($"{section.Path}:FollowUpAfter is “{days}”. Use days from 1 to 365, such as 28.");
        }

        if (section["Escalation"] is { } hours)
        {
            if (int.TryParse(hours, out var parsed) && parsed is > 0 and <= 400) options.EscalateAfterHours = parsed;
            else faults.Add($"{section.Path}:Escalation is “{hours}”. Use working hours from 1 to 400, such as 16.");
        }

        foreach (var address in options.Coordinators.Where(address => !address.Contains('@', StringComparison.Ordinal)))
        {
            faults.Add($"{section.Path}:Coordinators has “{address}”, which is no e-mail address.");
        }

        return options;
    }
}
