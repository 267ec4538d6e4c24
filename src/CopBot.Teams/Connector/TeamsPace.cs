using CopBot.Chat.Pacing;

namespace CopBot.Teams.Connector;

/// <summary>
/// Teams' published limits for a bot, in a conversation and over a whole tenant, and a little below: they are given
/// for estimation only.
/// Source: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
/// </summary>
internal sealed class TeamsPace(TimeProvider time, double speed = 1)
{
    private static readonly (TimeSpan Within, int Calls)[] Sending =
    [
        (TimeSpan.FromSeconds(1), 6), (TimeSpan.FromSeconds(2), 7), (TimeSpan.FromSeconds(30), 58),
        (TimeSpan.FromHours(1), 1780),
    ];

    private static readonly (TimeSpan Within, int Calls)[] Reading =
    [
        (TimeSpan.FromSeconds(1), 12), (TimeSpan.FromSeconds(2), 14), (TimeSpan.FromSeconds(30), 116),
        (TimeSpan.FromHours(1), 3560),
    ];

    private static readonly (TimeSpan Within, int Calls)[] Tenant = [(TimeSpan.FromSeconds(1), 30)];

    private readonly SlidingWindows _windows = new(time, speed);

    /// <summary>Counts a message, a change of one, or a conversation that is opened.</summary>
    /// <returns>How long to wait before it; null if it may be made now.</returns>
    public TimeSpan? WaitToSend(string conversation) => Wait($"send:{conversation}", Sending);

    /// <summary>Counts a look at a conversation's members.</summary>
    /// <returns>As above.</returns>
    public TimeSpan? WaitToRead(string conversation) => Wait($"read:{conversation}", Reading);

    private TimeSpan? Wait(string key, IReadOnlyList<(TimeSpan Within, int Calls)> windows) =>
        _windows.Wait((key, windows), ("tenant", Tenant));
}
