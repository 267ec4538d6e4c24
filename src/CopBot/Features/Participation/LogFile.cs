using System.Buffers;
using System.IO.Pipelines;
using System.Security.Cryptography;
using System.Text.Json;

namespace CopBot.Features.Participation;

/// <summary>
/// Checks an exported log: its chain, its last line, and, where the community's key is known, that it was exported
/// here. Everything that <see cref="LogExport"/> would have written otherwise is a fault.
/// </summary>
internal static class LogFile
{
    /// <param name="file">What <see cref="LogExport"/> wrote.</param>
    /// <param name="expectedHead">A head noted earlier; null to check the chain alone.</param>
    /// <param name="key">The community's key; null where it is not known.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<LogVerdict> VerifyAsync(
        Stream file, string? expectedHead, byte[]? key, CancellationToken cancel)
    {
        using var keyed = key is null ? null : IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        var (chain, reader, community) = (new LogChain(expectedHead), PipeReader.Create(file), "");
        string? fault = null;
        var ended = false;
        while (fault is null)
        {
            var read = await reader.ReadAsync(cancel);
            var rest = read.Buffer;
            while (fault is null && rest.PositionOf((byte)'\n') is { } end)
            {
                ReadOnlyMemory<byte> line = rest.Slice(0, end).ToArray();
                rest = rest.Slice(rest.GetPosition(1, end));
                if (ended) fault = "There is something after the last line.";
                else if (line.Span.StartsWith("{\"count\":"u8)) (fault, ended) = (EndFault(line, chain, keyed), true);
                else fault = EntryFault(line, chain, keyed, ref community);
            }

            if (fault is null && read.IsCompleted)
            {
                if (!rest.IsEmpty || !ended) fault = $"The file is cut after entry {chain.Count}: its last line is missing.";
                break;
            }

            reader.AdvanceTo(rest.Start, rest.End);
        }

        await reader.CompleteAsync();
        return new(community, chain.Count, 0, chain.Head, fault ?? chain.Finish());
    }

    private static string? EntryFault(
        ReadOnlyMemory<byte> line, LogChain chain, IncrementalHash? keyed, ref string community)
    {
        keyed?.AppendData(line.Span);
        keyed?.AppendData("\n"u8);
        var broken = $"The line after entry {chain.Count} is not an entry.";
        if (new LogLine(line).Read() is not { } entry) return broken;
        if (community.Length == 0) community = CommunityOf(entry.Core.Span);
        return chain.Add(entry);
    }

    private static string CommunityOf(ReadOnlySpan<byte> core)
    {
        var reader = new Utf8JsonReader(core);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals("community_id"u8)) continue;
            reader.Read();
            return reader.GetString() ?? "";
        }

        return "";
    }

    private static string? EndFault(ReadOnlyMemory<byte> line, LogChain chain, IncrementalHash? keyed)
    {
        var mac = keyed is null ? null : Convert.ToHexStringLower(keyed.GetHashAndReset());
        var start = $$"""{"count":{{chain.Count}},"head":"{{chain.Head}}","hmac_sha256":""";
        var text = System.Text.Encoding.UTF8.GetString(line.Span);
        if (!text.StartsWith(start, StringComparison.Ordinal) || text.Length != start.Length + 67)
        {
            return $"The last line does not say what the {chain.Count} entries before it are.";
        }

        return mac is null || text == $"{start}\"{mac}\"}}"
            ? null
            : "The file is not what this community exported: its keyed hash differs.";
    }
}
