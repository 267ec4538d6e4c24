using System.Buffers;
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
    private const string Version = "v0=";

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
        Span<byte> given = stackalloc byte[SHA256.HashSizeInBytes];
        if (signature.Length != Version.Length + (2 * given.Length)
            || !signature.StartsWith(Version, StringComparison.Ordinal)
            || Convert.FromHexString(signature.AsSpan(Version.Length), given, out _, out _) != OperationStatus.Done)
        {
            return "Its signature does not match.";
        }

        Span<byte> expected = stackalloc byte[SHA256.HashSizeInBytes];
        Sign(secret, timestamp, body, expected);
        return CryptographicOperations.FixedTimeEquals(expected, given) ? null : "Its signature does not match.";
    }

    /// <summary>The signature of a body: <c>v0=</c> and lower-case hexadecimal digits.</summary>
    public static string Sign(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Sign(secret, timestamp, body, hash);
        return $"{Version}{Convert.ToHexStringLower(hash)}";
    }

    private static void Sign(string secret, string timestamp, ReadOnlySpan<byte> body, Span<byte> hash)
    {
        var head = $"v0:{timestamp}:";
        var signed = ArrayPool<byte>.Shared.Rent(head.Length + body.Length);
        Encoding.ASCII.GetBytes(head, signed);
        body.CopyTo(signed.AsSpan(head.Length));
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed.AsSpan(0, head.Length + body.Length), hash);
        ArrayPool<byte>.Shared.Return(signed);
    }
}
