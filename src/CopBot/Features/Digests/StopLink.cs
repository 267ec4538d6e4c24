using System.Security.Cryptography;
using System.Text;
using CopBot.Domain;

namespace CopBot.Features.Digests;

/// <summary>
/// The link in a mail that stops the digest. Nothing is kept for it: it is signed with the community's key, and can do
/// nothing else.
/// </summary>
internal static class StopLink
{
    public const string Path = "stop-digest";
    private const int Length = 32;

    public static Uri Of(Uri site, Community community, Guid member) =>
        new(site, $"{Path}/{member:N}/{SignatureOf(community, member)}");

    /// <summary>Whether a link was made for this member.</summary>
    public static bool IsRight(Community community, Guid member, string signature) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(SignatureOf(community, member)), Encoding.ASCII.GetBytes(signature));

    private static string SignatureOf(Community community, Guid member) => Convert.ToHexStringLower(
        HMACSHA256.HashData(community.LogKey, Encoding.ASCII.GetBytes($"{Path}:{member:N}")))[..Length];
}
