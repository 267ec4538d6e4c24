using System.Collections.Concurrent;

namespace CopBot.Testing.Fakes;

/// <summary>
/// A platform that insists on its published limits. Speeded up like the clock of a replay, so that years go by in
/// minutes under the limits that hold in real ones.
/// </summary>
public sealed class RateLimits(double speed)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<DateTimeOffset>> _calls = new(StringComparer.Ordinal);

    /// <summary>How often somebody was told to wait, by what.</summary>
    public ConcurrentDictionary<string, int> Exceeded { get; } = new(StringComparer.Ordinal);

    /// <summary>Counts a call.</summary>
    /// <returns>False if it is one too many within one of the windows.</returns>
    public bool Allows(string key, params ReadOnlySpan<(double Seconds, int Calls)> windows)
    {
        lock (_gate)
        {
            var now = TimeProvider.System.GetUtcNow();
            if (!_calls.TryGetValue(key, out var calls)) _calls[key] = calls = [];
            foreach (var (seconds, most) in windows)
            {
                var since = now - TimeSpan.FromSeconds(seconds / speed);
                if (calls.Count(call => call > since) < most) continue;
                Exceeded.AddOrUpdate(key, 1, (_, count) => count + 1);
                return false;
            }

            calls.Add(now);
            if (calls.Count > 10_000) calls.RemoveRange(0, 5_000);
            return true;
        }
    }
}
