using System.Globalization;
using System.Text.Json;

namespace CopBot.Slack.Inbound;

/// <summary>
/// Slack's times: seconds and microseconds as a text, which is also a message's id. Never a floating number.
/// </summary>
internal static class SlackTime
{
    public static DateTimeOffset? Of(string? ts)
    {
        if (ts is null) return null;
        var dot = ts.IndexOf('.', StringComparison.Ordinal);
        var whole = dot < 0 ? ts : ts[..dot];
        if (!long.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            return null;
        }

        var fraction = dot < 0 ? "" : ts[(dot + 1)..];
        var micros = int.TryParse(
            fraction.PadRight(6, '0')[..6], NumberStyles.None, CultureInfo.InvariantCulture, out var m)
            ? m
            : 0;
        return DateTimeOffset.FromUnixTimeSeconds(seconds).AddMicroseconds(micros);
    }

    public static long TryGetInt64Or0(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out var value)
            && value <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? value
            : 0;
}
