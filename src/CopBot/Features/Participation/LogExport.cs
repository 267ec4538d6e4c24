using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CopBot.Domain;
using CopBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CopBot.Features.Participation;

/// <summary>
/// Writes a community's log as one JSON object a line, in the order of its chain. The last line carries the count, the
/// head, and HMAC-SHA256 over all lines before it with the community's own key, so that a copy can be recognised.
/// </summary>
internal static class LogExport
{
    /// <returns>How many entries were written.</returns>
    public static async Task<long> WriteAsync(
        CopBotDbContext db, Community community, Stream output, CancellationToken cancel)
    {
        using var keyed = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, community.LogKey);
        var count = 0L;
        var head = new byte[32];
        var entries = LogVerification.Sealed(db, community).AsAsyncEnumerable().WithCancellation(cancel);
        await foreach (var entry in entries)
        {
            var line = Encoding.UTF8.GetBytes(Line(entry) + "\n");
            keyed.AppendData(line);
            await output.WriteAsync(line, cancel);
            head = entry.Hash!;
            count++;
        }

        var last = JsonSerializer.Serialize(new
        {
            count,
            head = Convert.ToHexStringLower(head),
            hmac_sha256 = Convert.ToHexStringLower(keyed.GetHashAndReset()),
        });
        await output.WriteAsync(Encoding.UTF8.GetBytes(last + "\n"), cancel);
        return count;
    }

    internal static string Line(ParticipationEvent entry)
    {
        var salt = entry.Salt is null ? "null" : $"\"{Convert.ToHexStringLower(entry.Salt)}\"";
        return $$"""
            {"sequence":{{entry.Sequence}},"core":{{entry.Core}},"attributes":{{entry.Attributes ?? "null"}},"salt":{{salt}},"attributes_hash":"{{Convert.ToHexStringLower(entry.AttributesHash)}}","hash":"{{Convert.ToHexStringLower(entry.Hash!)}}"}
            """;
    }
}
