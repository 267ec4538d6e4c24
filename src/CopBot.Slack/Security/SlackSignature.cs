using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.ObjectPool;

namespace CopBot.Slack.Security;

/// <summary>
/// Verifies that a request is Slack's and fresh: HMAC-SHA256 over the raw bytes, compared in constant time, no more
/// than five minutes old, nor dated ahead. Source: https://docs.slack.dev/authentication/verifying-requests-from-slack
/// </summary>
/// <param name="secret">The signing secret; empty where nothing is signed.</param>
internal sealed class SlackSignature(string secret)
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private const string Version = "v0=";

    /// <summary>Under load, to key a hash takes longer than to compute it.</summary>
    private readonly ObjectPool<IncrementalHash> _keyed =
        new DefaultObjectPool<IncrementalHash>(new Keying(Encoding.UTF8.GetBytes(secret)));

    /// <returns>Why the request is refused; null if it is Slack's.</returns>
    public string? Refuse(string? timestamp, string? signature, ReadOnlySpan<byte> body, DateTimeOffset now)
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
        Sign(timestamp, body, expected);
        return CryptographicOperations.FixedTimeEquals(expected, given) ? null : "Its signature does not match.";
    }

    /// <summary>The signature of a body: <c>v0=</c> and lower-case hexadecimal digits.</summary>
    public string Sign(string timestamp, ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Sign(timestamp, body, hash);
        return $"{Version}{Convert.ToHexStringLower(hash)}";
    }

    private void Sign(string timestamp, ReadOnlySpan<byte> body, Span<byte> hash)
    {
        var keyed = _keyed.Get();
        keyed.AppendData(Encoding.ASCII.GetBytes($"v0:{timestamp}:"));
        keyed.AppendData(body);
        keyed.GetHashAndReset(hash);
        _keyed.Return(keyed);
    }

    private sealed class Keying(byte[] key) : PooledObjectPolicy<IncrementalHash>
    {
        public override IncrementalHash Create() => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);

        public override bool Return(IncrementalHash obj) => true;
    }
}
