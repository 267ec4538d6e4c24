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

    /// <summary>Counts a call, if it may be made now.</summary>
    /// <param name="key">What is counted together: a method, a conversation.</param>
    /// <param name="windows">How many calls within how long a time, each.</param>
    /// <returns>How long to wait before it; null if it may be made now, and is counted.</returns>
    public TimeSpan? Wait(string key, IReadOnlyList<(TimeSpan Within, int Calls)> windows)
    {
        ArgumentNullException.ThrowIfNull(windows);
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var longest = Stretched(windows.Max(window => window.Within));
            if (_calls.Count > TidyAbove) Tidy(now - longest);
            if (!_calls.TryGetValue(key, out var calls)) _calls[key] = calls = [];
            calls.RemoveAll(call => call <= now - longest);
            TimeSpan? wait = null;
            foreach (var (within, most) in windows)
            {
                // The call that must have left the window before another one fits.
                if (calls.Count < most) continue;
                var free = calls[^most] + Stretched(within);
                if (free > now && (wait is null || free - now > wait)) wait = free - now;
            }

            if (wait is null) calls.Add(now);
            return wait;
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
