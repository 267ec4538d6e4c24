using System.Security.Cryptography;
using System.Text;
using CopBot.Domain;

namespace CopBot.Features.Digests;

/// <summary>
/// The link in a mail that stops the digest to its address, whoever it belongs to by then. Nothing is kept for it: it
/// is made of the address by the community's key, and can do nothing else.
/// </summary>
internal static class StopLink
{
    public const string Path = "stop-digest";

    public static Uri Of(Uri site, Community community, string address) =>
        new(site, $"{Path}/{TokenOf(community.LogKey, address)}");

    /// <summary>Whether a link was made for this address.</summary>
    public static bool IsOf(byte[] key, string address, string token) => CryptographicOperations.FixedTimeEquals(
        Encoding.ASCII.GetBytes(TokenOf(key, address)), Encoding.ASCII.GetBytes(token));

    private static string TokenOf(byte[] key, string address) => Convert.ToHexStringLower(
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{Path}:{address}")));
}
