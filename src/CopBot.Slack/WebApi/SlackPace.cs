using CopBot.Chat.Pacing;

namespace CopBot.Slack.WebApi;

/// <summary>
/// Slack's published limits: calls a minute by a method's tier, and one message a second in a channel with a short
/// burst. Source: https://docs.slack.dev/apis/web-api/rate-limits
/// </summary>
internal sealed class SlackPace(TimeProvider time, double speed = 1)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly (TimeSpan Within, int Calls)[] Messages = [(TimeSpan.FromSeconds(1), 3), (Minute, 60)];

    private static readonly Dictionary<string, (TimeSpan Within, int Calls)[]> PerMinute = new(StringComparer.Ordinal)
    {
        ["chat.update"] = [(Minute, 50)],
        ["chat.postEphemeral"] = [(Minute, 100)],
        ["reactions.add"] = [(Minute, 50)],
        ["conversations.open"] = [(Minute, 50)],
        ["conversations.info"] = [(Minute, 50)],
        ["conversations.history"] = [(Minute, 50)],
        ["conversations.replies"] = [(Minute, 50)],
        ["files.getUploadURLExternal"] = [(Minute, 100)],
        ["files.completeUploadExternal"] = [(Minute, 100)],
        ["users.info"] = [(Minute, 100)],
        ["views.open"] = [(Minute, 100)],
        ["views.publish"] = [(Minute, 100)],
    };

    private readonly SlidingWindows _windows = new(time, speed);

    /// <summary>Counts a call.</summary>
    /// <returns>How long to wait before it; null if it may be made now.</returns>
    public TimeSpan? Wait(string method, string? channel) =>
        method == "chat.postMessage" ? _windows.Wait(($"{method}:{channel}", Messages))
        : PerMinute.TryGetValue(method, out var windows) ? _windows.Wait((method, windows))
        : null;
}
