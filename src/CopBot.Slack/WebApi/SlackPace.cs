using System.Collections.Concurrent;

namespace CopBot.Slack.WebApi;

/// <summary>
/// Keeps to Slack's published limits before Slack has to insist: calls a minute by a method's tier, and one message a
/// second in a channel with a short burst. Source: https://docs.slack.dev/apis/web-api/rate-limits
/// </summary>
internal sealed class SlackPace(TimeProvider time)
{
    private const int Burst = 3;

    private static readonly Dictionary<string, int> PerMinute = new(StringComparer.Ordinal)
    {
        ["chat.update"] = 50,
        ["chat.postEphemeral"] = 100,
        ["reactions.add"] = 50,
        ["conversations.open"] = 50,
        ["conversations.history"] = 50,
        ["conversations.replies"] = 50,
        ["users.info"] = 100,
        ["views.open"] = 100,
        ["views.publish"] = 100,
    };

    private readonly ConcurrentDictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);

    /// <summary>Counts a call.</summary>
    /// <returns>How long to wait before it; null if it may be made now.</returns>
    public TimeSpan? Wait(string method, string? channel)
    {
        if (method == "chat.postMessage")
        {
            return Take($"{method}:{channel}", TimeSpan.FromSeconds(1), Burst);
        }

        return PerMinute.TryGetValue(method, out var calls)
            ? Take(method, TimeSpan.FromMinutes(1) / calls, Math.Max(Burst, calls / 5))
            : null;
    }

    private TimeSpan? Take(string key, TimeSpan interval, int burst)
    {
        var bucket = _buckets.GetOrAdd(key, _ => new Bucket());
        lock (bucket)
        {
            // The generic cell rate algorithm: the time at which the bucket would be empty again.
            var now = time.GetUtcNow();
            var earliest = bucket.Empty - (interval * (burst - 1));
            if (earliest > now) return earliest - now;
            bucket.Empty = (bucket.Empty > now ? bucket.Empty : now) + interval;
            return null;
        }
    }

    private sealed class Bucket
    {
        public DateTimeOffset Empty { get; set; } = DateTimeOffset.UnixEpoch;
    }
}
