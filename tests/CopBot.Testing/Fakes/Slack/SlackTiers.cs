using System.Text.Json;

namespace CopBot.Testing.Fakes.Slack;

/// <summary>Slack's published limits by method. Source: https://docs.slack.dev/apis/web-api/rate-limits</summary>
public static class SlackTiers
{
    private static readonly Dictionary<string, string> Tiers = JsonSerializer.Deserialize<Dictionary<string, string>>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Schemas", "slack", "rate_limit_tiers.json")))!;

    /// <summary>Whether a call is within the limits: a message a second in a channel, bursts of a few allowed.</summary>
    public static bool Allow(RateLimits limits, string method, string channel)
    {
        ArgumentNullException.ThrowIfNull(limits);
        if (method == "chat.postMessage") return limits.Allows($"{method} {channel}", (1, 4), (60, 60));
        return Tiers.GetValueOrDefault(method) switch
        {
            "Tier1" => limits.Allows(method, (60, 1)),
            "Tier2" => limits.Allows(method, (60, 20)),
            "Tier3" => limits.Allows(method, (60, 50)),
            "Tier4" => limits.Allows(method, (60, 100)),
            _ => true,
        };
    }
}
