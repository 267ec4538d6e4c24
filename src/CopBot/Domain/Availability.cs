namespace CopBot.Domain;

/// <summary>When a member may be asked: not while away, and not in the quiet hours the member set.</summary>
internal static class Availability
{
    private const int Day = 24 * 60;

    /// <summary>An absence without an end.</summary>
    public static DateTimeOffset Indefinitely { get; } = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Whether the member may be asked at a moment.</summary>
    public static bool MayBeAsked(Member member, DateTimeOffset at, string communityZone) =>
        !IsAway(member, at) && !IsQuiet(member, at, communityZone);

    public static bool IsAway(Member member, DateTimeOffset at) => member.AwayUntil > at;

    /// <summary>When the quiet hours that hold now are over; null if none hold, or the member is away.</summary>
    public static DateTimeOffset? QuietUntil(Member member, DateTimeOffset at, string communityZone)
    {
        if (IsAway(member, at) || !IsQuiet(member, at, communityZone)) return null;
        var zone = ZoneOf(communityZone);
        var local = TimeZoneInfo.ConvertTime(at, zone);
        var minute = MinuteOf(local);
        var wait = ((member.QuietTo!.Value - minute + Day) % Day) is var left && left == 0 ? Day : left;
        return at.AddMinutes(wait).AddSeconds(-local.Second).AddTicks(-(local.Ticks % TimeSpan.TicksPerSecond));
    }

    private static bool IsQuiet(Member member, DateTimeOffset at, string communityZone)
    {
        if (member is not { QuietFrom: { } from, QuietTo: { } to } || from == to) return false;
        var minute = MinuteOf(TimeZoneInfo.ConvertTime(at, ZoneOf(communityZone)));
        return from < to ? minute >= from && minute < to : minute >= from || minute < to;
    }

    private static int MinuteOf(DateTimeOffset local) => (local.Hour * 60) + local.Minute;

    private static TimeZoneInfo ZoneOf(string name) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;
}
