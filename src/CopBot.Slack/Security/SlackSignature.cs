using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CopBot.Slack.Security;

/// <summary>
/// Verifies that a request is Slack's and fresh: HMAC-SHA256 over the raw bytes, compared in constant time, no more
/// than five minutes old, nor dated ahead. Source: https://docs.slack.dev/authentication/verifying-requests-from-slack
/// </summary>
internal static class SlackSignature
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <returns>Why the request is refused; null if it is Slack's.</returns>
    public static string? Refuse(
        string secret, string? timestamp, string? signature, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (secret.Length == 0) return "No signing secret is configured.";
        if (timestamp is null || signature is null) return "It is not signed.";
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            return "Its timestamp is no number.";
        }

        if ((now - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() > Window) return "Its timestamp is not of now.";
        var expected = Encoding.ASCII.GetBytes(Sign(secret, timestamp, body));
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(signature))
            ? null
            : "Its signature does not match.";
    }

    /// <summary>The signature of a body: <c>v0=</c> and lower-case hexadecimal digits.</summary>
    public static string Sign(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.ASCII.GetBytes($"v0:{timestamp}:"));
        hmac.AppendData(body);
        return $"v0={Convert.ToHexStringLower(hmac.GetHashAndReset())}";
    }
}
