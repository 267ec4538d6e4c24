namespace CopBot.Chat.Pacing;

/// <summary>
/// Keeps to a platform's published limits before the platform has to insist: at most so many calls within each of
/// several windows of time. A window here is a little longer than published, since calls arrive closer together than
/// they left.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="speed">How many times faster than published; 1 but for tests.</param>
public sealed class SlidingWindows(TimeProvider time, double speed = 1)
{
    private const double Margin = 1.04;
    private const int TidyAbove = 5_000;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<DateTimeOffset>> _calls = new(StringComparer.Ordinal);
    private TimeSpan _longest;

    /// <summary>Counts a call, if it may be made now.</summary>
    /// <param name="limits">
    /// What the call counts towards, such as a conversation and the tenant: how many calls within how long a time,
    /// each. It is counted by all of them or by none.
    /// </param>
    /// <returns>How long to wait before it; null if it may be made now, and is counted.</returns>
    public TimeSpan? Wait(
        params IReadOnlyList<(string Key, IReadOnlyList<(TimeSpan Within, int Calls)> Windows)> limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        lock (_gate)
        {
            var now = time.GetUtcNow();
            TimeSpan? wait = null;
            foreach (var (key, windows) in limits)
            {
                var longest = Stretched(windows.Max(window => window.Within));
                if (longest > _longest) _longest = longest;
                if (!_calls.TryGetValue(key, out var calls)) _calls[key] = calls = [];
                calls.RemoveAll(call => call <= now - longest);
                foreach (var (within, most) in windows)
                {
                    // The call that must have left the window before another one fits.
                    if (calls.Count < most) continue;
                    var free = calls[^most] + Stretched(within);
                    if (free > now && (wait is null || free - now > wait)) wait = free - now;
                }
            }

            if (wait is not null) return wait;
            foreach (var (key, _) in limits) _calls[key].Add(now);
            if (_calls.Count > TidyAbove) Tidy(now - _longest);
            return null;
        }
    }

    private TimeSpan Stretched(TimeSpan window) => window * (Margin / speed);

    private void Tidy(DateTimeOffset before)
    {
        foreach (var (key, calls) in _calls)
        {
            if (calls.Count == 0 || calls[^1] < before) _calls.Remove(key);
        }
    }
}
