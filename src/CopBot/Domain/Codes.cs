using System.Security.Cryptography;
using System.Text;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Domain;

/// <summary>Codes of fifty random bits, shown once, kept as a hash, spent at the first use.</summary>
internal static class Codes
{
    /// <summary>How long a code works, by the security clock.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    /// <summary>Crockford's base 32: nothing in it is mistaken for anything else.</summary>
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static (string Code, OneTimeCode Record) New(
        Guid id, Guid communityId, CodePurpose purpose, Guid? memberId, DateTimeOffset securityNow)
    {
        var code = RandomNumberGenerator.GetString(Alphabet, 10);
        var record = new OneTimeCode
        {
            Id = id,
            CommunityId = communityId,
            Purpose = purpose,
            Hash = Hash(code),
            ExpiresAt = securityNow + Life,
            MemberId = memberId,
        };
        return ($"{code[..5]}-{code[5..]}", record);
    }

    /// <summary>Finds a code that still works and spends it.</summary>
    public static async Task<OneTimeCode?> SpendAsync(
        CopBotDbContext db,
            Guid communityId, CodePurpose purpose, string code, DateTimeOffset now, CancellationToken cancel)
    {
        var hash = Hash(code);
        var record = await db.Codes.FirstOrDefaultAsync(
            c => c.Hash == hash && c.CommunityId == communityId && c.Purpose == purpose, cancel);
        if (record is null) return null;
        db.Codes.Remove(record);
        return record.ExpiresAt >= now ? record : null;
    }

    private static byte[] Hash(string code) => SHA256.HashData(Encoding.ASCII.GetBytes(
        code.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant()));
}
